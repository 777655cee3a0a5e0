package dev.safebank.report;

import dev.safebank.evidence.Environment;
import dev.safebank.report.judge.VerdictRecords;
import dev.safebank.report.page.PageRenderer;
import dev.safebank.report.verdict.EnvironmentInfo;
import dev.safebank.report.verdict.VerdictsFile;
import dev.safebank.report.verdict.jcstress.TestVerdict;
import dev.safebank.report.verdict.jcstress.TestVerdicts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes the report of jcstress tests into a folder: {@code index.html} and {@code verdicts.json}.
 * The JVMs of one build add to it, one after the other or at once.
 */
public final class TestReport {

  /** The page's name in the folder. */
  public static final String PAGE = "index.html";

  private static final String LOCK = ".report.lock";

  /** Threads of one JVM: a lock of a file keeps out only other JVMs. */
  private static final Object IN_THIS_JVM = new Object();

  private static final String OTHER_ENVIRONMENT =
      "It was explored by another JVM or version of safebank, or on another machine. Run it again.";
  private static final String OTHER_CLASSES =
      "Its classes have changed since, or are not on the class path. Run it again.";

  private TestReport() {}

  /**
   * Adds verdicts to those that the folder has, in place of earlier ones on the same tests. Of the
   * others those count no longer that are not of the classes that are there, or of this
   * environment.
   *
   * @param replay the option that runs one witness again, as {@link TestVerdicts#replay} has it
   * @param isCurrent whether a verdict is of the classes that are there
   * @return all of them
   */
  public static TestVerdicts add(
      Path folder,
      String replay,
      Environment environment,
      List<TestVerdict> verdicts,
      Predicate<TestVerdict> isCurrent)
      throws IOException {
    Files.createDirectories(folder);
    synchronized (IN_THIS_JVM) {
      try (FileChannel lock = FileChannel.open(
          folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        EnvironmentInfo here = VerdictRecords.environment(environment);
        Path file = folder.resolve(VerdictsFile.NAME);
        List<TestVerdict> all = new ArrayList<>(verdicts);
        all.addAll(others(file, here, verdicts, isCurrent));
        TestVerdicts report = new TestVerdicts(TestVerdicts.SCHEMA, replay, here, all);
        VerdictsFile.write(file, report);
        new PageRenderer().render(report, folder.resolve(PAGE));
        return report;
      }
    }
  }

  private static List<TestVerdict> others(
      Path file,
      EnvironmentInfo here,
      List<TestVerdict> verdicts,
      Predicate<TestVerdict> isCurrent) {
    Set<String> known = verdicts.stream().map(TestVerdict::test).collect(Collectors.toSet());
    TestVerdicts before;
    try {
      before = VerdictsFile.read(file, TestVerdicts.class, TestVerdicts.SCHEMA);
    } catch (IOException none) {
      return List.of();
    }
    return before.tests().stream()
        .filter(test -> !known.contains(test.test()))
        .map(test -> !isCurrent.test(test)
            ? test.outdated(OTHER_CLASSES)
            : before.environment().equals(here) ? test : test.outdated(OTHER_ENVIRONMENT))
        .toList();
  }
}
