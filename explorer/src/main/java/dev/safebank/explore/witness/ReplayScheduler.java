package dev.safebank.explore.witness;

import dev.safebank.explore.coroutine.Coroutines;
import dev.safebank.explore.finding.Schedule;
import dev.safebank.explore.program.ExecutionStatus;
import dev.safebank.explore.result.WaitingActor;
import dev.safebank.explore.result.WitnessStep;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.Scheduler;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays one schedule, and records its steps. */
public final class ReplayScheduler implements Scheduler {

  private final Schedule schedule;
  private final Optional<List<Boolean>> givenShared;

  /** By the place where variables are first accessed, in the order of the execution. */
  private final Map<Integer, Boolean> shared = new LinkedHashMap<>();

  private final List<WitnessStep> steps = new ArrayList<>();
  private final List<String> actors = new ArrayList<>();
  private final List<WaitingActor> waiting = new ArrayList<>();
  private Optional<StepRecorder> recorder = Optional.empty();
  private Optional<String> mismatch = Optional.empty();
  private boolean askedForAlternative;
  private boolean stopped;
  private int depth;
  private int step = -1;

  /** Follows a schedule of the exploration that is under way, and what it knows of the program. */
  public ReplayScheduler(Schedule schedule) {
    this.schedule = schedule;
    this.givenShared = Optional.empty();
  }

  /** Follows a schedule, and takes from it which variables are shared. */
  public ReplayScheduler(WitnessSchedule schedule) {
    this.schedule = schedule.steps();
    this.givenShared = Optional.of(schedule.shared());
  }

  @Override
  public int choose(Execution execution, int enabled, int last) {
    checkAlternative();
    if (depth == schedule.length()) {
      stopped = true;
      execution.end(ExecutionStatus.BOUNDED);
      return Coroutines.MAIN;
    }
    int chosen = schedule.actor(depth);
    if (chosen >= Integer.SIZE || (enabled & 1 << chosen) == 0) {
      mismatch("actor %d cannot move in step %d".formatted(chosen, depth + 1));
      execution.end(ExecutionStatus.DIVERGED);
      return Coroutines.MAIN;
    }
    step = depth++;
    recorder(execution).before(execution.threads().get(chosen).pending());
    return chosen;
  }

  /** The last step must have had the alternatives of which the schedule names one. */
  private void checkAlternative() {
    if (step >= 0 && schedule.alternative(step) != 0 && !askedForAlternative) {
      mismatch("step %d has no alternative".formatted(step + 1));
    }
    askedForAlternative = false;
  }

  @Override
  public void onStepExecuted(Execution execution, ThreadContext actor) {
    steps.add(recorder(execution).after(actor));
  }

  @Override
  public void onExecutionEnd(Execution execution) {
    checkAlternative();
    int steps = schedule.length() - schedule.choicesAtEnd();
    if (depth < steps) {
      mismatch("it has %d steps, and the execution ends after %d".formatted(steps, depth));
    }
    execution.threads().all().forEach(actor -> actors.add(actor.name));
    for (ThreadContext actor : execution.threads().waiting()) {
      waiting.add(recorder(execution).waiting(actor));
    }
  }

  @Override
  public int alternative() {
    askedForAlternative = true;
    return schedule.alternative(step);
  }

  @Override
  public int choice(Execution execution, int count) {
    if (depth == schedule.length()) {
      return 0;
    }
    if (schedule.actor(depth) != Schedule.CHOICE || schedule.alternative(depth) >= count) {
      mismatch("it does not say which of %d was chosen after %d steps".formatted(count, depth));
      execution.end(ExecutionStatus.DIVERGED);
      return 0;
    }
    return schedule.alternative(depth++);
  }

  @Override
  public int alternative(int count) {
    if (alternative() >= count) {
      mismatch("step %d has only %d alternatives".formatted(step + 1, count));
      return 0;
    }
    return alternative();
  }

  @Override
  public boolean isShared(Execution execution, int site) {
    return shared.computeIfAbsent(
        site,
        first -> givenShared
            .map(given -> shared.size() < given.size() && given.get(shared.size()))
            .orElseGet(() -> Scheduler.super.isShared(execution, first)));
  }

  private void mismatch(String why) {
    mismatch = mismatch.or(() -> Optional.of(why));
  }

  private StepRecorder recorder(Execution execution) {
    if (recorder.isEmpty()) {
      recorder = Optional.of(new StepRecorder(execution));
    }
    return recorder.get();
  }

  /** Why the schedule is not one of the program that was run; empty if it is. */
  public Optional<String> mismatch() {
    if (mismatch.isEmpty()
        && givenShared.isPresent()
        && givenShared.get().size() != shared.size()) {
      return Optional.of(
          "it tells of %d places whether their variables are shared, and there are %d"
              .formatted(givenShared.get().size(), shared.size()));
    }
    return mismatch;
  }

  /** Whether the schedule ended before the execution. */
  public boolean stopped() {
    return stopped;
  }

  /** For each place where some variable was first accessed, whether such variables are shared. */
  public List<Boolean> shared() {
    return List.copyOf(shared.values());
  }

  public List<WitnessStep> steps() {
    return steps;
  }

  public List<String> actors() {
    return actors;
  }

  public List<WaitingActor> waiting() {
    return waiting;
  }
}
