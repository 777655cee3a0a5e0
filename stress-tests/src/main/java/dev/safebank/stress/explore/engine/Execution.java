package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.FieldNames;
import dev.safebank.stress.explore.instrument.Site;
import dev.safebank.stress.explore.instrument.Sites;
import java.util.Optional;

/**
 * One run of a program from its beginning to its end, with the scheduler in charge of every step.
 * An actor that comes to a step says so and lets the scheduler pick who moves; if that is itself,
 * it just goes on. Exactly one actor runs at any time, so nothing here needs a lock.
 */
final class Execution {

  private final Program program;
  private final Sites sites;
  private final Findings findings;
  private final Coroutines coroutines;
  private final Limits limits;
  private final Scheduler scheduler;

  private final Memory memory = new Memory();
  private final Crew crew = new Crew();
  private final Touches touches = new Touches(this);
  private final HashCodes hashCodes;

  private Actor running;
  private int last = Coroutines.MAIN;
  private int steps;
  private boolean starting = true;
  private int started;
  private boolean over;
  private int unwinding;
  private Verdict verdict = Verdict.FINISHED;
  private Optional<String> failure = Optional.empty();
  private Object state = this;
  private String outcome = "";

  Execution(
      Program program,
      Sites sites,
      Findings findings,
      Coroutines coroutines,
      Limits limits,
      HashCodes hashCodes,
      Scheduler scheduler) {
    this.program = program;
    this.sites = sites;
    this.findings = findings;
    this.coroutines = coroutines;
    this.limits = limits;
    this.hashCodes = hashCodes;
    this.scheduler = scheduler;
  }

  /** Runs the program once; {@link #outcome} then tells what came of it. */
  Verdict run() {
    Steps.enter(this);
    try {
      hashCodes.startAfresh();
      program.resetStatics();
      Program.Run run = program.newRun();
      state = run.state();
      for (int i = 0; i < program.actors(); i++) {
        int index = i;
        crew.add(program.actorName(i), program.identity(i), findings.actors());
        coroutines.prepare(i, () -> body(crew.get(index), () -> program.act(index, run)));
      }
      int first = nextToStart();
      if (first != Coroutines.MAIN) {
        coroutines.enter(first);
      }
      unwind();
      outcome = outcomeOf(run);
      return verdict;
    } finally {
      running = null;
      Steps.leave();
    }
  }

  /** Brings the actors to their first steps, one by one; then the scheduler takes over. */
  private int nextToStart() {
    if (started < program.actors()) {
      running = crew.get(started);
      return started++;
    }
    starting = false;
    running = null;
    return next();
  }

  private int body(Actor actor, Program.Body body) {
    try {
      body.run();
    } catch (Unwind endOfExecution) {
      return Coroutines.MAIN;
    } catch (Throwable thrown) {
      failure = Optional.of(actor.name + " threw " + thrown);
    }
    actor.finished = true;
    if (over) {
      return Coroutines.MAIN;
    }
    return starting ? nextToStart() : next();
  }

  /** Closes the last step and picks who does the next one. */
  private int next() {
    if (last != Coroutines.MAIN) {
      close(crew.get(last));
    }
    int enabled = crew.enabled();
    int next = Coroutines.MAIN;
    if (enabled == 0) {
      end(Waiting.verdict(crew.all()));
    } else if (steps == limits.steps()) {
      findings.bound("an execution has more than " + steps + " steps");
      end(Verdict.BOUNDED);
    } else {
      next = scheduler.choose(this, enabled, last);
    }
    if (next == Coroutines.MAIN) {
      scheduler.over(this);
    } else {
      running = crew.get(next);
      running.proceed();
      steps++;
      last = next;
    }
    return next;
  }

  private void close(Actor actor) {
    note(actor);
    scheduler.done(this, actor);
  }

  /** Notes what the actor's last step, now done, changed and looked at. */
  void note(Actor actor) {
    if (actor.noted) {
      return;
    }
    Operation done = actor.executing();
    boolean writing = !done.action().isLocking();
    for (int i = 0; i < done.size(); i++) {
      Location place = done.place(i);
      boolean changed = done.changes(i);
      if (changed) {
        place.changedBy(actor, !writing);
      }
      if (done.action() != Action.SPIN) {
        actor.loops.looked(place, changed && writing, i == 0 ? actor.taken : 0);
      }
    }
    actor.taken = 0;
    actor.noted = true;
  }

  /** The execution is over, for this reason; the caller sees to it that the main thread goes on. */
  void end(Verdict why) {
    over = true;
    verdict = why;
  }

  /** Ends the execution from within the running actor. */
  Unwind stop(Verdict why) {
    end(why);
    if (running != null) {
      coroutines.transfer(running.index, Coroutines.MAIN);
    }
    return Unwind.INSTANCE;
  }

  private void unwind() {
    over = true;
    if (coroutines.mustUnwind()) {
      for (Actor actor : crew.all()) {
        if (!actor.finished) {
          unwinding = 0;
          running = actor;
          coroutines.enter(actor.index);
        }
      }
    }
    running = null;
    over = false;
  }

  private Unwind unwound() {
    if (++unwinding > limits.unwinding()) {
      coroutines.abandon(running.index);
    }
    return Unwind.INSTANCE;
  }

  private String outcomeOf(Program.Run run) {
    if (verdict == Verdict.FINISHED && failure.isEmpty()) {
      arbitrate(run);
    }
    return switch (verdict) {
      case FINISHED, DEADLOCK, STUCK ->
        failure
            .map(thrown -> "FAILED: " + thrown)
            .orElseGet(() -> verdict == Verdict.FINISHED
                ? run.result().toString()
                : program.outcomeOfWaiting(verdict));
      default -> "";
    };
  }

  private void arbitrate(Program.Run run) {
    try {
      program.arbitrate(run);
    } catch (StuckOutside blocked) {
      verdict = Verdict.STUCK;
    } catch (Throwable thrown) {
      failure = Optional.of("the arbiter threw " + thrown);
    }
  }

  /**
   * Lets the scheduler decide who moves, and comes back when it is this actor's turn to do its
   * pending step.
   */
  void step(Actor actor) {
    if (over) {
      throw unwound();
    }
    if (!turn(actor)) {
      throw unwound();
    }
  }

  /** As {@link #step}, but false instead of an exception if the execution is over. */
  boolean stepQuietly(Actor actor) {
    return !over && turn(actor);
  }

  private boolean turn(Actor actor) {
    int next = starting ? nextToStart() : next();
    if (next != actor.index && !coroutines.transfer(actor.index, next)) {
      findings.uncontrolled(actor.pending().site());
      end(Verdict.BOUNDED);
      actor.quiet++;
      running = actor;
      return true;
    }
    return !over;
  }

  /** The actor, as a holder; the main thread if no actor runs. */
  static int indexOf(Optional<Actor> actor) {
    return actor.map(a -> a.index).orElse(Holder.MAIN);
  }

  void checkNotOver() {
    if (over) {
      throw unwound();
    }
  }

  boolean isOver() {
    return over;
  }

  /** Starts a thread of the program's own. */
  void spawn(Actor parent, Thread thread, int site) {
    if (crew.all().size() == findings.actors()) {
      findings.moreActors();
      throw stop(Verdict.RESTART);
    }
    Actor child = crew.add(thread.getName(), thread, findings.actors());
    child.order = parent.order;
    System.arraycopy(parent.clock, 0, child.clock, 0, child.clock.length);
    child.clock[child.index] = 1;
    parent.tick();
    child.pending().be(Action.BEGIN, site);
    coroutines.prepare(
        child.index,
        () -> body(child, () -> {
          checkNotOver();
          runHere(thread);
          child.pending().be(Action.END, site).touch(child.end, true);
          step(child);
          child.ended = child.clock.clone();
        }));
  }

  @SuppressWarnings("DoNotCall") // An actor stands in for the thread, which is never started.
  private static void runHere(Thread thread) {
    thread.run();
  }

  /** Tells the search that threads are interrupted here; it must start afresh on first hearing. */
  void interrupting() {
    if (findings.interrupting()) {
      throw stop(Verdict.RESTART);
    }
  }

  /** Tells that identity hash codes matter; objects must be counted from the start then. */
  void askedForHashCode() {
    if (!findings.hashCodes()) {
      findings.askedForHashCode();
      throw stop(Verdict.RESTART);
    }
  }

  int alternative() {
    return scheduler.alternative();
  }

  int alternative(int count) {
    return scheduler.alternative(count);
  }

  /** The actor that runs, unless it is in code that counts as one step or no actor runs at all. */
  Actor running() {
    return running != null && running.quiet == 0 ? running : null;
  }

  /** The actor that runs, whatever it does. */
  Actor anyone() {
    return running;
  }

  Crew crew() {
    return crew;
  }

  Touches touches() {
    return touches;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Site site(int id) {
    return sites.get(id);
  }

  int fieldKey(String declaringClass, String field) {
    return sites.fieldKey(declaringClass, field);
  }

  FieldNames fieldNames() {
    return program.fieldNames();
  }

  Memory memory() {
    return memory;
  }

  Findings findings() {
    return findings;
  }

  Limits limits() {
    return limits;
  }

  HashCodes hashCodes() {
    return hashCodes;
  }

  Object state() {
    return state;
  }

  String outcome() {
    return outcome;
  }

  int steps() {
    return steps;
  }
}
