package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.result.WaitingActor;
import dev.safebank.stress.explore.result.WitnessStep;
import java.util.ArrayList;
import java.util.List;

/** Runs one schedule again, and writes down what happens in words. */
final class Replay implements Scheduler {

  private final Schedule schedule;
  private final List<WitnessStep> steps = new ArrayList<>();
  private final List<String> actors = new ArrayList<>();
  private final List<WaitingActor> waiting = new ArrayList<>();
  private Narrator narrator;
  private int depth;

  Replay(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public int choose(Execution execution, int enabled, int last) {
    if (depth == schedule.length() || (enabled & 1 << schedule.actor(depth)) == 0) {
      execution.end(depth == schedule.length() ? Verdict.BOUNDED : Verdict.DIVERGED);
      return Coroutines.MAIN;
    }
    int chosen = schedule.actor(depth++);
    narrator(execution).before(execution.crew().get(chosen).pending());
    return chosen;
  }

  @Override
  public void done(Execution execution, Actor actor) {
    steps.add(narrator(execution).after(execution, actor));
  }

  @Override
  public void over(Execution execution) {
    execution.crew().all().forEach(actor -> actors.add(actor.name));
    for (Actor actor : execution.crew().waiting()) {
      waiting.add(narrator(execution).waiting(execution, actor));
    }
  }

  @Override
  public int alternative() {
    return schedule.alternative(depth - 1);
  }

  @Override
  public int alternative(int count) {
    return alternative();
  }

  private Narrator narrator(Execution execution) {
    if (narrator == null) {
      narrator = new Narrator(execution);
    }
    return narrator;
  }

  List<WitnessStep> steps() {
    return steps;
  }

  List<String> actors() {
    return actors;
  }

  List<WaitingActor> waiting() {
    return waiting;
  }
}
