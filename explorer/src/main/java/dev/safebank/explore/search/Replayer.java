package dev.safebank.explore.search;

import dev.safebank.explore.coroutine.Coroutines;
import dev.safebank.explore.finding.ExplorationState;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.program.ConcurrentProgram;
import dev.safebank.explore.program.ExecutionStatus;
import dev.safebank.explore.program.LoadedClasses;
import dev.safebank.explore.result.Replay;
import dev.safebank.explore.result.Witness;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ExplorationSession;
import dev.safebank.explore.witness.AccessPaths;
import dev.safebank.explore.witness.ReplayScheduler;
import dev.safebank.explore.witness.WitnessSchedule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs one schedule of a test once, without exploring: the schedule says what an exploration would
 * have learnt. The actors run on threads of their own, so that a debugger can stop at them.
 */
final class Replayer {

  private final ConcurrentProgram program;
  private final LoadedClasses loader;
  private final Options options;

  Replayer(ConcurrentProgram program, Options options) {
    this.program = program;
    this.loader = program.classes();
    this.options = options;
  }

  /** Runs a schedule, without a time limit, so that it can be stopped in a debugger. */
  Replay run(String text) {
    ExplorationSession session = ExplorationSession.begin();
    CompletableFuture<Replay> replay = new CompletableFuture<>();
    session.start(
        () -> {
          try {
            replay.complete(run(text, session));
          } catch (Throwable thrown) {
            replay.completeExceptionally(thrown);
          }
        },
        "explorer");
    try {
      return replay.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof IllegalArgumentException misfit ? misfit : e;
    } finally {
      session.end();
    }
  }

  private Replay run(String text, ExplorationSession session) {
    WitnessSchedule schedule = WitnessSchedule.parse(text);
    ReplayScheduler scheduler = new ReplayScheduler(schedule);
    ExplorationState state =
        new ExplorationState(loader.sites(), options.limits().threads());
    state.assume(schedule.interrupts(), schedule.arbiterThread());
    Coroutines threads = Coroutines.onThreads(session::start);
    try {
      Execution execution = new Execution(
          program,
          loader.sites(),
          state,
          threads,
          options.limits(),
          session,
          scheduler,
          (root, location) -> new AccessPaths(root).of(location));
      ExecutionStatus status = execution.run();
      check(text, status, scheduler);
      return new Replay(
          program.name(),
          execution.outcome(),
          program.endState(status),
          new Witness(
              scheduler.actors(),
              scheduler.steps(),
              WitnessBuilder.switches(schedule.steps()),
              false,
              scheduler.waiting(),
              text));
    } finally {
      threads.close();
    }
  }

  private void check(String text, ExecutionStatus status, ReplayScheduler scheduler) {
    scheduler.mismatch().ifPresent(why -> mismatch(text, why));
    if (status == ExecutionStatus.RESTART) {
      mismatch(text, "it does not know of all that the actors share");
    }
    if (status == ExecutionStatus.BOUNDED && !scheduler.stopped()) {
      mismatch(text, "the execution meets a limit of the exploration");
    }
  }

  private void mismatch(String text, String why) {
    throw new IllegalArgumentException(
        "The schedule %s does not fit %s: %s. Explore the test again for one of its code as it is"
                .formatted(text, program.name(), why)
            + " now");
  }
}
