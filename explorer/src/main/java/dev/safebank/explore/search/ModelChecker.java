package dev.safebank.explore.search;

import dev.safebank.explore.actors.ProgramSource;
import dev.safebank.explore.options.ExplorationListener;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.program.ConcurrentProgram;
import dev.safebank.explore.program.DefinedProgram;
import dev.safebank.explore.program.LoadedClasses;
import dev.safebank.explore.program.TestProgram;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.Replay;
import dev.safebank.explore.runtime.ExplorationSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * One exploration of one test, from its first execution to its result. It always returns a result:
 * an actor that does not come to its next step, and a fault of the explorer itself, end the
 * exploration, which then says so and keeps what was found.
 */
public final class ModelChecker {

  private static final String OWN_PACKAGE = "dev.safebank.explore.";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final LoadedClasses loader;
  private final Options options;
  private final ExplorationListener listener;
  private boolean leftThreadsBehind;
  private Duration lastTold = Duration.ZERO;

  /** Explores, or replays, one test that was loaded by {@code loader}. */
  public ModelChecker(LoadedClasses loader, Options options, ExplorationListener listener) {
    this.loader = loader;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Explores a test. Explorations in one JVM come one after the other.
   *
   * @param test a jcstress test class
   * @throws IllegalArgumentException if it cannot be explored
   */
  public Exploration explore(Class<?> test) {
    return explore(() -> new TestProgram(test, loader));
  }

  /**
   * Explores a program of actors. Explorations in one JVM come one after the other.
   *
   * @throws IllegalArgumentException if it cannot be explored
   */
  public Exploration explore(ProgramSource source) {
    return explore(() -> new DefinedProgram(source, loader));
  }

  private Exploration explore(Supplier<ConcurrentProgram> program) {
    synchronized (ModelChecker.class) {
      ProgramSearch search = new ProgramSearch(program.get(), options);
      AtomicReference<Exploration> result = new AtomicReference<>();
      Duration most =
          options.limits().time().plus(options.limits().stepTimeout().multipliedBy(3));
      attempt(search, most, () -> {
        search.search();
        result.set(search.resultWithWitnesses());
      });
      if (result.get() == null) {
        attempt(search, most, () -> result.set(search.resultWithWitnesses()));
      }
      return result.get() == null ? search.resultWithoutWitnesses() : result.get();
    }
  }

  /** Runs a part of the search on a thread of its own, as far as it gets. */
  private void attempt(ProgramSearch search, Duration most, Runnable task) {
    ExplorationSession session = ExplorationSession.begin();
    AtomicReference<Throwable> fault = new AtomicReference<>();
    Supervisor supervisor =
        new Supervisor(session, options.limits().stepTimeout(), search::carrier);
    Optional<String> givenUp =
        supervisor.run(() -> carryOut(search, session, task, fault), most, () -> report(search));
    session.end();
    if (givenUp.isPresent()) {
      leftThreadsBehind = true;
      search.leave();
      search.endsBecause(givenUp.get());
    } else if (fault.get() instanceof IllegalArgumentException refusal) {
      throw refusal;
    } else if (fault.get() != null) {
      leftThreadsBehind = true;
      search.endsBecause(words(fault.get()));
    }
  }

  private static void carryOut(
      ProgramSearch search,
      ExplorationSession session,
      Runnable task,
      AtomicReference<Throwable> fault) {
    try {
      search.enter(session);
      task.run();
    } catch (CancellationException abandoned) {
      // The reason was recorded when the session was abandoned.
    } catch (Throwable thrown) {
      fault.set(thrown);
      session.abandon();
    } finally {
      search.leave();
    }
  }

  private static String words(Throwable fault) {
    String where = Arrays.stream(fault.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OWN_PACKAGE))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("an unknown place");
    return "the explorer failed with %s at %s".formatted(fault, where);
  }

  private void report(ProgramSearch search) {
    Duration elapsed = search.elapsed();
    if (elapsed.minus(lastTold).compareTo(SECOND) >= 0) {
      lastTold = elapsed;
      listener.progressed(search.name(), search.executionsRun(), elapsed);
    }
  }

  /**
   * Whether threads were left behind that may still run the test's code, so that its classes are
   * better loaded anew.
   */
  public boolean hasLeftThreadsBehind() {
    return leftThreadsBehind;
  }

  /**
   * Runs one schedule of a test again. Like explorations, one after the other.
   *
   * @param schedule as a {@link dev.safebank.explore.result.Witness} has it
   * @throws IllegalArgumentException if it is no schedule, or not one of this test
   */
  public Replay replay(Class<?> test, String schedule) {
    return replay(() -> new TestProgram(test, loader), schedule);
  }

  /** The same for a program of actors. */
  public Replay replay(ProgramSource source, String schedule) {
    return replay(() -> new DefinedProgram(source, loader), schedule);
  }

  private Replay replay(Supplier<ConcurrentProgram> program, String schedule) {
    synchronized (ModelChecker.class) {
      return new Replayer(program.get(), options).run(schedule);
    }
  }
}
