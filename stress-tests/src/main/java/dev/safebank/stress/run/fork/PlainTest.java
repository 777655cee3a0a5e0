package dev.safebank.stress.run.fork;

import dev.safebank.console.UserError;
import dev.safebank.stress.watch.GuardedRunner;
import java.util.List;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * A jcstress test that is no cell, and does not know the watchdog.
 *
 * @param name its binary name
 * @param guarded whether the watchdog watches it; not where it is about threads that do not end
 * @param generated what jcstress's processor has noted of it
 */
public record PlainTest(String name, boolean guarded, TestInfo generated) {

  /**
   * A test on the class path.
   *
   * @throws UserError if it is not there, or jcstress's annotation processor did not see it
   */
  public static PlainTest named(String binaryName) {
    try {
      Class<?> type = Class.forName(binaryName, false, PlainTest.class.getClassLoader());
      JCStressTest declared = type.getAnnotation(JCStressTest.class);
      if (declared == null) {
        throw new UserError("%s has no @JCStressTest annotation.".formatted(binaryName));
      }
      return new PlainTest(binaryName, declared.value() != Mode.Termination, info(binaryName));
    } catch (ClassNotFoundException gone) {
      throw new UserError("%s is not on the class path.".formatted(binaryName), gone);
    }
  }

  private static TestInfo info(String binaryName) {
    String name = JcstressForks.canonicalName(binaryName);
    boolean listed = isThere(TestList.LIST) && TestList.tests().contains(name);
    if (!listed || !isThere(classFile(TestList.getInfo(name).generatedRunner()))) {
      throw new UserError(
          "jcstress's annotation processor has not seen %s, so there is nothing to run: make org.openjdk.jcstress:jcstress-core an annotation processor of the tests' compilation; on JDK 23 and later javac runs processors only where it is told to, by <proc>full</proc> in the configuration of maven-compiler-plugin or by -proc:full."
              .formatted(binaryName));
    }
    return TestList.getInfo(name);
  }

  private static String classFile(String name) {
    return "/" + name.replace('.', '/') + ".class";
  }

  private static boolean isThere(String resource) {
    return PlainTest.class.getResource(resource) != null;
  }

  /** The number of CPUs that it needs. */
  public int actors() {
    return generated.threads();
  }

  /** What jcstress is to run in a fork. */
  TestInfo info() {
    return guarded
        ? new TestInfo(
            generated.name(),
            generated.binaryName(),
            GuardedRunner.class.getName(),
            generated.description(),
            generated.threads(),
            generated.actorNames(),
            generated.requiresFork())
        : generated;
  }

  /** The JVM options that a fork needs for it. */
  List<String> options() {
    return guarded ? GuardedRunner.options(name, generated.generatedRunner()) : List.of();
  }
}
