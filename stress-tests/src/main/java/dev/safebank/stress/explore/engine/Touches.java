package dev.safebank.stress.explore.engine;

/**
 * How actors touch locations in an execution: which touch is a step of its own, and what
 * happens-before makes of it.
 */
final class Touches {

  private final Execution execution;

  Touches(Execution execution) {
    this.execution = execution;
  }

  /** Whether the actor's touching the location is a step that others can feel. */
  boolean isFelt(Actor actor, Location location, boolean change, int site) {
    if (location.firstActor == null) {
      location.firstActor = actor;
      location.firstSite = site;
      location.shared =
          !execution.limits().mergeUnshared() || execution.findings().isShared(site);
    }
    if (location.shared) {
      return true;
    }
    location.changed |= change;
    location.touchedByOthers |= location.firstActor != actor;
    if (location.changed && location.touchedByOthers) {
      execution.findings().share(location.firstSite);
      throw execution.stop(Verdict.RESTART);
    }
    return false;
  }

  /** The running actor accesses a variable. */
  void access(Actor actor, Location location, Action action, Mode mode, int site) {
    execution.checkNotOver();
    if (isFelt(actor, location, action != Action.READ, site)) {
      actor.pending().be(action, site).touch(location, action != Action.READ);
      execution.step(actor);
      order(actor, location, action, mode, site);
    } else if (action != Action.READ) {
      actor.loops.remembers();
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
    Handovers.accessed(execution, actor, location, action, mode, site);
  }

  private void race(
      Location location,
      Actor first,
      int firstSite,
      boolean firstWrites,
      Actor actor,
      int site,
      boolean writes) {
    if (!execution.findings().isRaceKnown(firstSite, site)
        && execution.scheduler() instanceof Search search) {
      execution
          .findings()
          .race(new Findings.FoundRace(
              new Names(execution.state()).of(location),
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
    execution.checkNotOver();
    boolean felt = isFelt(actor, location, true, site) || actor.pending().size() > 1;
    if (felt || !actor.pending().isOpen()) {
      execution.step(actor);
      return true;
    }
    actor.loops.remembers();
    return false;
  }
}
