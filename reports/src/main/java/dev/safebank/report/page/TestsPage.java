package dev.safebank.report.page;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.verdict.jcstress.TestStatus;
import dev.safebank.report.verdict.jcstress.TestVerdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The content of the page of a build's jcstress tests.
 *
 * @param verdicts all of them
 * @param sections one for each test; those that need attention come first
 */
public record TestsPage(TestVerdicts verdicts, List<TestSection> sections) {

  static TestsPage of(TestVerdicts verdicts) {
    return new TestsPage(
        verdicts,
        verdicts.tests().stream()
            .sorted(Comparator.comparing(test -> test.status()))
            .map(test ->
                TestSection.of(test, verdicts, "test-" + verdicts.tests().indexOf(test)))
            .toList());
  }

  /** The result in one sentence. */
  public String sentence() {
    List<String> rest = new ArrayList<>();
    for (TestStatus status : TestStatus.values()) {
      long count = verdicts.count(status);
      if (count > 0 && status != TestStatus.PROVED) {
        String verb = count == 1 ? " is" : " are";
        rest.add(
            switch (status) {
              case FAILED -> NumberFormats.count(count) + (count == 1 ? " fails" : " fail");
              case UNDECIDED -> NumberFormats.count(count) + verb + " undecided";
              default -> NumberFormats.count(count) + verb + " outdated";
            });
      }
    }
    long proved = verdicts.count(TestStatus.PROVED);
    return "%s of %s %s proved%s."
        .formatted(
            NumberFormats.count(proved),
            NumberFormats.count(verdicts.tests().size(), "test"),
            proved == 1 || verdicts.tests().size() == 1 ? "is" : "are",
            rest.isEmpty() ? "" : "; " + String.join(", ", rest));
  }

  /** Whether any test was stressed. */
  public boolean stressed() {
    return verdicts.tests().stream().anyMatch(test -> test.stress().isPresent());
  }

  /** Where the tests were explored. */
  public List<Detail> environment() {
    List<Detail> details = new ArrayList<>();
    RunDetails.add(details, verdicts.environment());
    return details;
  }

  /** The ids of a section's own. */
  static Anchors anchors(String id) {
    return new Anchors(id + "-");
  }
}
