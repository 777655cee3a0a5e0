package dev.safebank.junit;

import dev.safebank.explore.Explorer;
import dev.safebank.explore.WitnessText;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Replay;
import dev.safebank.model.specification.ProgramText;
import dev.safebank.stress.program.BankProgramSource;
import org.junit.platform.engine.UniqueId;

/** Runs one schedule again, actors on threads, and tells what came out. */
final class ReplayTest extends ExplorationTest {

  private final ReplayRequest request;

  ReplayTest(UniqueId parent, Class<?> test, ReplayRequest request) {
    super(parent, test, "replay", "replay of " + request.schedule());
    this.request = request;
  }

  @Override
  public EngineContext execute(EngineContext context, DynamicTestExecutor dynamic) {
    Replay replay = replay(context.explorer());
    String outcome =
        replay.end() == EndState.STOPPED ? "stopped where the schedule ends" : replay.outcome();
    context.report(this, "replay", "%s%n%s".formatted(outcome, WitnessText.draw(replay.witness())));
    return context;
  }

  private Replay replay(Explorer explorer) {
    JudgeBank judged = test().getAnnotation(JudgeBank.class);
    return judged != null && request.program().isPresent()
        ? explorer.replay(
            new BankProgramSource(
                judged.value().getName(), ProgramText.parse(request.program().get())),
            request.schedule())
        : explorer.replay(test().getName(), request.schedule());
  }
}
