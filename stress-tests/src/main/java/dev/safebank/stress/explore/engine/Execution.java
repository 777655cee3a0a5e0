package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.FieldNames;
import dev.safebank.stress.explore.instrument.Site;
import dev.safebank.stress.explore.instrument.Sites;
import java.util.ArrayList;
import java.util.List;
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
  private final List<Actor> actors = new ArrayList<>();
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
        add(program.actorName(i), program.identity(i));
        coroutines.prepare(i, () -> body(actors.get(index), () -> program.act(index, run)));
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
      running = actors.get(started);
      return started++;
    }
    starting = false;
    running = null;
    return next();
  }

  private Actor add(String name, Thread identity) {
    Actor actor = new Actor(actors.size(), name, identity, findings.actors());
    actors.add(actor);
    return actor;
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
      close(actors.get(last));
    }
    int enabled = enabled();
    int next = Coroutines.MAIN;
    if (enabled == 0) {
      end(Waiting.verdict(actors));
    } else if (steps == limits.steps()) {
      findings.bound("an execution has more than " + steps + " steps");
      end(Verdict.BOUNDED);
    } else {
      next = scheduler.choose(this, enabled, last);
    }
    if (next == Coroutines.MAIN) {
      scheduler.over(this);
    } else {
      running = actors.get(next);
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

  private int enabled() {
    int enabled = 0;
    for (int i = 0; i < actors.size(); i++) {
      Actor actor = actors.get(i);
      if (!actor.finished && !actor.cut && actor.pending().isOpen()) {
        enabled |= 1 << i;
      }
    }
    return enabled != 0 ? enabled : lastResort();
  }

  private int lastResort() {
    int enabled = 0;
    for (Actor actor : actors) {
      if (!actor.finished && !actor.cut && actor.pending().isLastResort()) {
        enabled |= 1 << actor.index;
      }
    }
    return enabled;
  }

  /** The execution is over, for this reason; the caller sees to it that the main thread goes on. */
  void end(Verdict why) {
    over = true;
    verdict = why;
  }

  /** Ends the execution from within the running actor. */
  private Unwind stop(Verdict why) {
    end(why);
    if (running != null) {
      coroutines.transfer(running.index, Coroutines.MAIN);
    }
    return Unwind.INSTANCE;
  }

  private void unwind() {
    over = true;
    if (coroutines.mustUnwind()) {
      for (Actor actor : actors) {
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

  /** Whether the actor's touching the location is a step that others can feel. */
  boolean isFelt(Actor actor, Location location, boolean change, int site) {
    if (location.firstActor == null) {
      location.firstActor = actor;
      location.firstSite = site;
      location.shared = !limits.mergeUnshared() || findings.isShared(site);
    }
    if (location.shared) {
      return true;
    }
    location.changed |= change;
    location.touchedByOthers |= location.firstActor != actor;
    if (location.changed && location.touchedByOthers) {
      findings.share(location.firstSite);
      throw stop(Verdict.RESTART);
    }
    return false;
  }

  /** The running actor accesses a variable. */
  void access(Actor actor, Location location, Action action, Mode mode, int site) {
    checkNotOver();
    if (isFelt(actor, location, action != Action.READ, site)) {
      actor.pending().be(action, site).touch(location, action != Action.READ);
      step(actor);
      order(actor, location, action, mode, site);
    }
  }

  /** Applies happens-before to an access that is being done. */
  void order(Actor actor, Location location, Action action, Mode mode, int site) {
    location.accesses.access(
        actor,
        action != Action.READ,
        mode,
        site,
        (first, firstSite, firstWrites, p, s, w) ->
            race(location, first, firstSite, firstWrites, p, s, w));
    if (action != Action.WRITE && !mode.races()) {
      location.accesses.acquire(actor, mode);
    }
    if (action != Action.READ) {
      location.accesses.release(actor, mode);
    }
  }

  private void race(
      Location location,
      Actor first,
      int firstSite,
      boolean firstWrites,
      Actor actor,
      int site,
      boolean writes) {
    if (!findings.isRaceKnown(firstSite, site) && scheduler instanceof Search search) {
      findings.race(new Findings.FoundRace(
          new Names(state).of(location),
          first.index,
          firstSite,
          firstWrites,
          actor.index,
          site,
          writes,
          search.schedule()));
    }
  }

  /**
   * The running actor's pending step takes, or waits for, something; comes back when it may.
   *
   * @return whether this was a step, which others can feel
   */
  boolean await(Actor actor, Location location, int site) {
    checkNotOver();
    boolean felt = isFelt(actor, location, true, site) || actor.pending().size() > 1;
    if (felt || !actor.pending().isOpen()) {
      step(actor);
      return true;
    }
    return false;
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
    if (actors.size() == findings.actors()) {
      findings.moreActors();
      throw stop(Verdict.RESTART);
    }
    Actor child = add(thread.getName(), thread);
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

  Optional<Actor> actorOf(Thread thread) {
    return actors.stream().filter(actor -> actor.identity == thread).findFirst();
  }

  List<Actor> actorsThatWait() {
    List<Actor> waiting = new ArrayList<>();
    for (Actor actor : actors) {
      if (!actor.finished && (actor.cut || !actor.pending().isOpen())) {
        waiting.add(actor);
      }
    }
    return waiting;
  }

  /** The actor that runs, unless it is in code that counts as one step or no actor runs at all. */
  Actor running() {
    return running != null && running.quiet == 0 ? running : null;
  }

  /** The actor that runs, whatever it does. */
  Actor anyone() {
    return running;
  }

  Actor actor(int index) {
    return actors.get(index);
  }

  List<Actor> actors() {
    return actors;
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
