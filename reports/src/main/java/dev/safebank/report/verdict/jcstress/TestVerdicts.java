package dev.safebank.report.verdict.jcstress;

import dev.safebank.report.verdict.EnvironmentInfo;
import dev.safebank.report.verdict.RunInfo;
import java.util.Comparator;
import java.util.List;

/**
 * The verdicts on the jcstress tests of a build: the content of their {@code verdicts.json}.
 *
 * @param schema {@link #SCHEMA}
 * @param replay the option that runs one witness again; {@value RunInfo#SCHEDULE} and
 *     {@value RunInfo#TEST} stand for its schedule and its test
 * @param environment where the tests were explored
 * @param tests by name
 */
public record TestVerdicts(
    String schema, String replay, EnvironmentInfo environment, List<TestVerdict> tests) {

  /** The schema that this version writes, and the only one that it reads. */
  public static final String SCHEMA = "safebank-test-verdicts/1";

  public TestVerdicts {
    tests = tests.stream().sorted(Comparator.comparing(TestVerdict::test)).toList();
  }

  /** How many tests have a status. */
  public long count(TestStatus status) {
    return tests.stream().filter(test -> test.status() == status).count();
  }

  /** The option that runs a witness of a test again. */
  public String replay(String schedule, String test) {
    return replay.replace(RunInfo.SCHEDULE, schedule).replace(RunInfo.TEST, test);
  }
}
