package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.FieldNames;
import dev.safebank.stress.explore.instrument.Site;
import dev.safebank.stress.explore.instrument.Sites;
import java.util.Optional;
import java.util.function.Function;

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
        takeOn(program.actorName(i), program.identity(i), actor -> () -> program.act(index, run));
      }
      int first = nextToStart();
      if (first != Coroutines.MAIN) {
        coroutines.enter(first);
      }
      unwind();
      Ending ending = Ending.of(program, run, verdict, failure);
      verdict = ending.verdict();
      outcome = ending.outcome();
      if (!outcome.isEmpty()) {
        Handovers.over(this, crew.all());
      }
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
    actor.note();
    scheduler.done(this, actor);
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

  void checkNotOver() {
    if (over) {
      throw unwound();
    }
  }

  boolean isOver() {
    return over;
  }

  /** Takes on an actor that runs when the scheduler first picks it. */
  Actor takeOn(String name, Thread identity, Function<Actor, Program.Body> body) {
    if (crew.all().size() == findings.actors()) {
      findings.moreActors();
      throw stop(Verdict.RESTART);
    }
    Actor actor = crew.add(name, identity, findings.actors());
    Program.Body itsBody = body.apply(actor);
    coroutines.prepare(actor.index, () -> body(actor, itsBody));
    return actor;
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

  Sites sites() {
    return sites;
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
}
