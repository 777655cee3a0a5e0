package dev.safebank.stress.watch;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.CounterThread;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.util.Counter;

/**
 * Stands in for the runner that jcstress has generated for a test, in the fork: starts the
 * watchdog, and runs that one. So tests are watched that do not know the watchdog.
 */
public final class GuardedRunner<R> extends Runner<R> {

  private static final String TEST = "safebank.guarded.test";
  private static final String RUNNER = "safebank.guarded.runner";

  private final Runner<R> generated;

  /** Called by jcstress, with the test and its runner in system properties. */
  @SuppressWarnings("unchecked") // the results are those of the generated runner alone
  public GuardedRunner(ForkedTestConfig config) throws ReflectiveOperationException {
    super(config);
    ClassLoader loader = GuardedRunner.class.getClassLoader();
    Watchdog.guardUnaware(Class.forName(System.getProperty(TEST), false, loader));
    this.generated = (Runner<R>) Class.forName(System.getProperty(RUNNER))
        .asSubclass(Runner.class)
        .getConstructor(ForkedTestConfig.class)
        .newInstance(config);
  }

  /** The options with which a fork's JVM finds a test and the runner that jcstress generated. */
  public static List<String> options(String test, String runner) {
    return List.of("-D" + TEST + "=" + test, "-D" + RUNNER + "=" + runner);
  }

  @Override
  public TestResult run() {
    return generated.run();
  }

  @Override
  public boolean forceExit() {
    return generated.forceExit();
  }

  @Override
  public void sanityCheck(Counter<R> counter) throws Throwable {
    generated.sanityCheck(counter);
  }

  @Override
  @SuppressWarnings("NonApiType") // jcstress's signature
  public ArrayList<CounterThread<R>> internalRun() {
    return generated.internalRun();
  }
}
