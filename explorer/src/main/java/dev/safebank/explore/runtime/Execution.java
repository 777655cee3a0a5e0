package dev.safebank.explore.runtime;

import dev.safebank.explore.coroutine.Coroutines;
import dev.safebank.explore.finding.ExplorationState;
import dev.safebank.explore.finding.Trait;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.LocationNames;
import dev.safebank.explore.memory.Memory;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.options.Limits;
import dev.safebank.explore.program.BlockedOutsideActorError;
import dev.safebank.explore.program.CallLog;
import dev.safebank.explore.program.ConcurrentProgram;
import dev.safebank.explore.program.ExecutionAborted;
import dev.safebank.explore.program.ExecutionResult;
import dev.safebank.explore.program.ExecutionStatus;
import dev.safebank.explore.result.ProgramEnd;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.site.FieldNames;
import dev.safebank.explore.site.Site;
import dev.safebank.explore.site.Sites;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One execution of a program, in which the scheduler decides every step. A thread that is about to
 * do a step records it as pending and lets the scheduler choose the next thread; it continues at
 * once if it is chosen itself. Exactly one thread runs at any time, so nothing here needs a lock.
 */
public final class Execution {

  private final ConcurrentProgram program;
  private final Sites sites;
  private final ExplorationState findings;
  private final Coroutines coroutines;
  private final Limits limits;
  private final Scheduler scheduler;
  private final LocationNames names;

  private final Memory memory = new Memory();
  private final ThreadTable threads = new ThreadTable();
  private final MemoryAccessTracker accesses = new MemoryAccessTracker(this);
  private final ClassInitialization classes;
  private final IdentityHashCodes hashCodes = new IdentityHashCodes(this);
  private final Clocks clocks = new Clocks(this);
  private final ThreadLocals localsOutsideActors = new ThreadLocals();
  private final ExplorationSession session;
  private final List<ThreadContext> startedInStep = new ArrayList<>(0);

  private Optional<ConcurrentProgram.Instance> instance = Optional.empty();
  private Optional<ArbiterThread> arbiter = Optional.empty();
  private ThreadContext running;
  private int last = Coroutines.MAIN;
  private int steps;
  private boolean starting = true;
  private int started;
  private boolean over;
  private boolean redundant;
  private boolean isUnwinding;
  private int unwinding;
  private boolean arbitrating;
  private ExecutionStatus status = ExecutionStatus.FINISHED;
  private Optional<String> failure = Optional.empty();
  private Optional<String> blocked = Optional.empty();

  private final MachineErrors machineErrors = new MachineErrors();
  private Object state = this;
  private String outcome = "";

  public Execution(
      ConcurrentProgram program,
      Sites sites,
      ExplorationState findings,
      Coroutines coroutines,
      Limits limits,
      ExplorationSession session,
      Scheduler scheduler,
      LocationNames names) {
    this.program = program;
    this.sites = sites;
    this.findings = findings;
    this.coroutines = coroutines;
    this.limits = limits;
    this.session = session;
    this.scheduler = scheduler;
    this.names = names;
    this.classes = new ClassInitialization(this, program.classes());
  }

  /** Runs the program once; {@link #outcome} is its outcome then. */
  public ExecutionStatus run() {
    session.enter(this);
    session.recordProgress();
    try {
      ConcurrentProgram.Instance run = program.newRun();
      blocked.ifPresent(this::giveUp);
      instance = Optional.of(run);
      state = run.state();
      for (int i = 0; i < program.actors(); i++) {
        int index = i;
        addThread(
            program.actorName(i),
            program.identity(i),
            true,
            actor -> () -> program.act(index, run, actor::callEnded));
      }
      if (findings.arbiterThread()) {
        needArbiterThread(0);
      }
      int first = nextToStart();
      if (first != Coroutines.MAIN) {
        coroutines.enter(first);
      }
      noteWaits(run);
      unwind();
      arbitrating = true;
      ExecutionResult ending = ExecutionResult.of(
          program, run, status, failure, arbiter.flatMap(ArbiterThread::outcome));
      if (over) {
        return status; // The program has caught what ended the execution.
      }
      status = ending.status();
      outcome = ending.outcome();
      if (!outcome.isEmpty()) {
        OwnershipTransfer.onExecutionEnd(findings, threads.all());
      }
      return status;
    } catch (ExecutionAborted endedOutsideActors) {
      return status;
    } catch (IllegalArgumentException cannotCreate) {
      if (over) {
        return status;
      }
      throw cannotCreate;
    } finally {
      machineErrors.name(findings, sites);
      running = null;
      session.leave();
    }
  }

  /** Before threads are unwound, which may run more of the program's code. */
  private void noteWaits(ConcurrentProgram.Instance run) {
    if (status == ExecutionStatus.DEADLOCK || status == ExecutionStatus.STUCK) {
      running = null;
      over = false;
      program.blocked(run, threads.waitReasons(program.actors()));
    }
  }

  /** The call that an actor is in; those that have none are always in their first. */
  public int currentCall(ThreadContext actor) {
    return actor.index < program.actors()
            && instance.isPresent()
            && instance.get().result() instanceof CallLog log
        ? log.currentCall(actor.index)
        : 0;
  }

  /** How the calls ended; empty if the program's actors make none. */
  public Optional<ProgramEnd> programEnd() {
    return instance
        .map(ConcurrentProgram.Instance::result)
        .filter(CallLog.class::isInstance)
        .map(log -> ((CallLog) log).end());
  }

  /** Runs the actors to their first steps, one by one; then the scheduler takes over. */
  private int nextToStart() {
    if (started < program.actors()) {
      running = threads.get(started);
      return started++;
    }
    starting = false;
    running = null;
    return next();
  }

  private int body(ThreadContext actor, ConcurrentProgram.ActorBody body) {
    if (isUnwinding) {
      return Coroutines.MAIN; // It never had its turn, and leaves nothing behind.
    }
    try {
      body.run();
    } catch (ExecutionAborted endOfExecution) {
      return Coroutines.MAIN;
    } catch (VirtualMachineError limitOfTheJvm) {
      findings.bound("%s ended with %s after %d steps, as not every JVM would"
          .formatted(actor.name, limitOfTheJvm, steps));
      failure = Optional.of(actor.name + " threw " + limitOfTheJvm);
    } catch (Throwable thrown) {
      failure = Optional.of(actor.name + " threw " + thrown);
      if (isOfBrokenForeignClass(thrown)) {
        findings.bound(failure.get() + ", a class that is not the program's");
      }
    }
    actor.finished = true;
    if (over) {
      return Coroutines.MAIN;
    }
    return starting ? nextToStart() : next();
  }

  /** Whether the JVM can no longer use a class of the JDK, or of the explorer itself. */
  private boolean isOfBrokenForeignClass(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    if (!(thrown instanceof NoClassDefFoundError) || !message.startsWith(ClassState.BROKEN)) {
      return false;
    }
    String name = message.substring(ClassState.BROKEN.length());
    try {
      return Class.forName(name, false, classLoader()).getClassLoader() != classLoader();
    } catch (ClassNotFoundException | LinkageError unknown) {
      return true;
    }
  }

  /** Completes the last step and chooses the thread that does the next one. */
  private int next() {
    if (last != Coroutines.MAIN) {
      close(threads.get(last));
    }
    session.recordProgress();
    if (arbiter.isPresent()) {
      arbiter.get().admit(threads.all().subList(0, program.actors()));
    }
    int enabled = redundant ? 0 : threads.enabled();
    int next = Coroutines.MAIN;
    if (redundant || (enabled == 0 && threads.isAnyWakeupDue())) {
      end(ExecutionStatus.REDUNDANT);
    } else if (enabled == 0) {
      end(threads.statusWhenNoneCanMove());
    } else if (steps == limits.steps()) {
      findings.bound("an execution has more than " + steps + " steps");
      boolean settled = arbiter.flatMap(ArbiterThread::outcome).isPresent();
      end(settled ? ExecutionStatus.FINISHED : ExecutionStatus.BOUNDED);
    } else {
      next = scheduler.choose(this, enabled, last);
    }
    if (next == Coroutines.MAIN) {
      scheduler.onExecutionEnd(this);
    } else {
      running = threads.get(next);
      running.beginStep();
      steps++;
      last = next;
    }
    return next;
  }

  private void close(ThreadContext actor) {
    actor.recordEffects();
    scheduler.onStepExecuted(this, actor);
    for (ThreadContext child : startedInStep) {
      child.order = actor.order;
    }
    startedInStep.clear();
  }

  /**
   * Records a thread that was started in the current step; all its steps are ordered after that
   * one.
   */
  public void startedInThisStep(ThreadContext child) {
    startedInStep.add(child);
  }

  /** The program starts threads, so the arbiter must be a thread of its own. */
  public void needArbiterThread(int site) {
    if (arbiter.isEmpty()) {
      arbiter = Optional.of(new ArbiterThread(this, program, instance.orElseThrow(), site));
    }
  }

  /** Called when a thread is started while no actor runs. */
  public void startOutsideActors(int site) {
    if (arbitrating) {
      findings.needArbiterThread();
      throw stop(ExecutionStatus.RESTART);
    }
    giveUp(
        "cannot control the thread that is started at %s: only actors and the arbiter may start threads, and not within a call that is one step"
            .formatted(site(site).where()));
  }

  /**
   * Called where the arbiter, or the constructor of the state, would wait forever, which code that
   * catches everything does not change. The arbiter becomes a thread of its own, which can wait.
   */
  public Error blockOutsideActors(ResourceKind kind, int site) {
    if (arbitrating) {
      findings.needArbiterThread();
      throw stop(ExecutionStatus.RESTART);
    }
    blocked = Optional.of("the program waits forever for a %s at %s while no actor runs"
        .formatted(kind, site(site).where()));
    return new BlockedOutsideActorError(kind);
  }

  /** Ends the execution with this status; the caller must let the main thread go on. */
  public void end(ExecutionStatus why) {
    over = true;
    status = why;
  }

  /** Ends the execution after this step as equivalent to another one. */
  public void endAsRedundant() {
    redundant = true;
  }

  /** Ends the execution at the next step; returns to the running actor. */
  public void giveUpLater(String reason) {
    if (!over) {
      findings.bound(reason);
      end(ExecutionStatus.BOUNDED);
    }
  }

  /** Ends the execution from within the running actor: what follows is not controlled. */
  public void giveUp(String reason) {
    findings.bound(reason);
    if (running != null && last == running.index) {
      close(running);
      scheduler.onExecutionEnd(this);
    }
    throw stop(ExecutionStatus.BOUNDED);
  }

  /**
   * Ends the execution from within the running actor. One that is being unwound goes on with that,
   * or it would still be there in the next execution.
   */
  ExecutionAborted stop(ExecutionStatus why) {
    if (isUnwinding) {
      status = why == ExecutionStatus.RESTART ? why : status;
      return unwound();
    }
    end(why);
    if (running != null) {
      coroutines.transfer(running.index, Coroutines.MAIN);
    }
    return ExecutionAborted.INSTANCE;
  }

  private void unwind() {
    over = true;
    isUnwinding = true;
    if (coroutines.mustUnwind()) {
      for (ThreadContext actor : threads.all()) {
        if (!actor.finished) {
          unwinding = 0;
          running = actor;
          coroutines.enter(actor.index);
        }
      }
    }
    running = null;
    isUnwinding = false;
    over = false;
  }

  private ExecutionAborted unwound() {
    if (++unwinding > limits.unwinding()) {
      abandon();
    }
    return ExecutionAborted.INSTANCE;
  }

  private void abandon() {
    if (coroutines.mustUnwind()) {
      coroutines.abandon(running.index);
    }
    coroutines.transfer(running.index, Coroutines.MAIN);
  }

  /**
   * Lets the scheduler choose the next thread; returns when this actor is chosen to do its pending
   * step.
   */
  public void step(ThreadContext actor) {
    if (over) {
      throw unwound();
    }
    if (actor.calls().isIndivisible()) {
      throw interrupted(actor);
    }
    try {
      if (!turn(actor)) {
        throw unwound();
      }
    } catch (VirtualMachineError outOfSpace) {
      throw outOfSpace(actor, outOfSpace);
    }
  }

  /** There is no stack or heap left for the explorer itself: what it knows may be half done. */
  private VirtualMachineError outOfSpace(ThreadContext actor, VirtualMachineError error) {
    over = true;
    status = ExecutionStatus.BOUNDED;
    machineErrors.outOfSpace(error, actor.pending().site());
    return error;
  }

  /** As {@link #step}, but false instead of an exception if the execution is over. */
  public boolean stepQuietly(ThreadContext actor) {
    if (!over && actor.calls().isIndivisible()) {
      interrupted(actor);
    }
    return !over && turn(actor);
  }

  /**
   * A callback into the program, within a call that must be one step, would have a step of its own:
   * the execution ends, and the actor leaves the call at once, since the JVM still holds its locks.
   */
  private ExecutionAborted interrupted(ThreadContext actor) {
    actor.calls().nameIndivisible();
    end(ExecutionStatus.BOUNDED);
    return ExecutionAborted.INSTANCE;
  }

  /** Called before a call that may block or start threads: the running actor never makes it. */
  public Error blockBefore(int site) {
    findings.uncontrolled(site);
    ThreadContext actor = running();
    if (actor == null) {
      return stop(ExecutionStatus.BOUNDED);
    }
    checkNotOver();
    actor.cut = true;
    actor.pending().begin(Action.CALL, site).enabledWhen(() -> false);
    step(actor);
    return ExecutionAborted.INSTANCE;
  }

  private boolean turn(ThreadContext actor) {
    int next = starting ? nextToStart() : next();
    if (next != actor.index && !coroutines.transfer(actor.index, next)) {
      findings.uncontrolled(actor.pending().site());
      end(ExecutionStatus.BOUNDED);
      actor.atomicDepth++;
      running = actor;
      return true;
    }
    return !over;
  }

  public void checkNotOver() {
    if (over) {
      throw unwound();
    }
  }

  public boolean isOver() {
    return over;
  }

  /** Adds a thread that runs when the scheduler first chooses it. */
  public ThreadContext addThread(
      String name,
      Thread identity,
      boolean awaited,
      Function<ThreadContext, ConcurrentProgram.ActorBody> body) {
    if (threads.all().size() == limits.threads()) {
      giveUp("an execution has more than %d threads: %s starts one more at %s"
          .formatted(
              limits.threads(), running.name, site(running.executing().site()).where()));
    }
    if (threads.all().size() == findings.threadCount()) {
      findings.raiseThreadCount(limits.threads());
      throw stop(ExecutionStatus.RESTART);
    }
    ThreadContext actor = threads.add(name, identity, awaited, findings.threadCount());
    actor.enter(this);
    ConcurrentProgram.ActorBody itsBody = body.apply(actor);
    coroutines.prepare(actor.index, () -> body(actor, itsBody));
    return actor;
  }

  /** Records that the program interrupts threads; the search starts anew the first time. */
  public void learnOfInterrupts() {
    if (findings.learnOfInterrupts()) {
      throw stop(ExecutionStatus.RESTART);
    }
  }

  /** Records that the program has this trait; the search starts anew the first time. */
  public void learn(Trait trait) {
    if (findings.learn(trait)) {
      throw stop(ExecutionStatus.RESTART);
    }
  }

  /** Requires that no static state outlives an execution: each loads the classes anew then. */
  void needOwnClasses() {
    if (!findings.needsOwnClasses() && !program.classes().isForOneExecution()) {
      findings.needOwnClasses();
      throw stop(ExecutionStatus.RESTART);
    }
  }

  /** The thread that runs; null if it is in code that counts as one step, or if no thread runs. */
  public ThreadContext running() {
    return running != null && running.atomicDepth == 0 ? running : null;
  }

  /** The thread that runs, also in code that counts as one step; null if none does. */
  public ThreadContext scheduledThread() {
    return running;
  }

  public ClassInitialization classes() {
    return classes;
  }

  /** What loads the program's classes. */
  public ClassLoader classLoader() {
    return program.classes().classLoader();
  }

  public ThreadTable threads() {
    return threads;
  }

  public MemoryAccessTracker accesses() {
    return accesses;
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  public Site site(int id) {
    return sites.get(id);
  }

  public Sites sites() {
    return sites;
  }

  public FieldNames fieldNames() {
    return program.fieldNames();
  }

  public Memory memory() {
    return memory;
  }

  public ExplorationState findings() {
    return findings;
  }

  public Limits limits() {
    return limits;
  }

  public IdentityHashCodes hashCodes() {
    return hashCodes;
  }

  public Clocks clocks() {
    return clocks;
  }

  /** The errors of the virtual machine that it has met. */
  public MachineErrors machineErrors() {
    return machineErrors;
  }

  /** The thread-locals of the thread that runs the constructor of the state and the arbiter. */
  public ThreadLocals localsOutsideActors() {
    return localsOutsideActors;
  }

  public Object state() {
    return state;
  }

  public String outcome() {
    return outcome;
  }

  String nameOf(Location location) {
    return names.nameOf(state, location);
  }
}
