package dev.safebank.explore.search;

import dev.safebank.explore.finding.ExplorationState;
import dev.safebank.explore.finding.Schedule;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.RacingAccess;
import dev.safebank.explore.result.SourceLocation;
import dev.safebank.explore.result.StepAction;
import dev.safebank.explore.result.Witness;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.site.Site;
import dev.safebank.explore.site.Sites;
import dev.safebank.explore.witness.ReplayScheduler;
import dev.safebank.explore.witness.WitnessSchedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs schedules that a search has found once more, and records their steps. */
final class WitnessBuilder {

  private final ExplorationState findings;
  private final Sites sites;
  private final Optional<ExecutionFactory> executions;

  WitnessBuilder(ExplorationState findings, Sites sites, ExecutionFactory executions) {
    this.findings = findings;
    this.sites = sites;
    this.executions = Optional.of(executions);
  }

  /** A builder of witnesses that show no steps, since nothing can be run any more. */
  WitnessBuilder(ExplorationState findings, Sites sites) {
    this.findings = findings;
    this.sites = sites;
    this.executions = Optional.empty();
  }

  /**
   * A witness of an outcome; if the replay shows another one, the exploration counts as bounded.
   */
  Witness ofOutcome(String outcome, Schedule schedule, int switches, boolean simplest) {
    ReplayScheduler replay = new ReplayScheduler(schedule);
    executions.ifPresent(factory -> {
      Execution execution = factory.create(replay);
      execution.run();
      if (!execution.outcome().equals(outcome)) {
        diverged();
      }
    });
    return witness(replay, schedule, switches, simplest);
  }

  /** A schedule as a witness has it; empty if nothing can be run. */
  String scheduleText(Schedule schedule) {
    ReplayScheduler replay = new ReplayScheduler(schedule);
    executions.ifPresent(factory -> factory.create(replay).run());
    return executions.isPresent() ? text(replay, schedule) : "";
  }

  /** The data races found, with a witness each. */
  List<DataRace> ofRaces() {
    List<DataRace> races = new ArrayList<>();
    for (ExplorationState.FoundRace race : findings.races()) {
      ReplayScheduler replay = new ReplayScheduler(race.schedule());
      executions.ifPresent(factory -> {
        factory.create(replay).run();
        if (replay.mismatch().isPresent()) {
          diverged();
        }
      });
      races.add(new DataRace(
          race.variable(),
          access(race.firstActor(), race.firstWrites(), race.firstSite()),
          access(race.secondActor(), race.secondWrites(), race.secondSite()),
          witness(replay, race.schedule(), switches(race.schedule()), false)));
    }
    races.sort(Comparator.comparing(DataRace::variable)
        .thenComparing(race -> race.first().toString())
        .thenComparing(race -> race.second().toString()));
    return races;
  }

  private void diverged() {
    findings.bound(
        "the program is nondeterministic: a replay of the same schedule went another way");
  }

  private Witness witness(
      ReplayScheduler replay, Schedule schedule, int switches, boolean simplest) {
    return new Witness(
        replay.actors(),
        replay.steps(),
        switches,
        simplest,
        replay.waiting(),
        text(replay, schedule));
  }

  private String text(ReplayScheduler replay, Schedule schedule) {
    return new WitnessSchedule(
            schedule, replay.shared(), findings.interrupts(), findings.arbiterThread())
        .toString();
  }

  static int switches(Schedule schedule) {
    int switches = 0;
    int last = Schedule.CHOICE;
    for (int i = 0; i < schedule.length(); i++) {
      if (schedule.actor(i) != Schedule.CHOICE) {
        switches += last == Schedule.CHOICE || last == schedule.actor(i) ? 0 : 1;
        last = schedule.actor(i);
      }
    }
    return switches;
  }

  private RacingAccess access(int actor, boolean writes, int id) {
    Site site = sites.get(id);
    return new RacingAccess(
        actor,
        writes ? StepAction.WRITE : StepAction.READ,
        new SourceLocation(site.className(), site.method(), site.file(), site.line()));
  }
}
