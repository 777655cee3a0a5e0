package dev.safebank.junit.stress;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.Header;
import dev.safebank.junit.SafebankTestEngine;
import dev.safebank.junit.stress.subject.StressedBanks;
import dev.safebank.model.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Banks under stress: real forks, in a JVM of their own. */
@Tag("slow")
@Timeout(900)
class StressedBankTest {

  @TempDir
  private Path folder;

  private EngineExecutionResults run(String name, String... parameters) {
    EngineTestKit.Builder kit = EngineTestKit.engine(new SafebankTestEngine())
        .selectors(selectClass(StressedBanks.class.getName() + "$" + name))
        .configurationParameter("explore.scope", "2x1x2:small")
        .configurationParameter("safebank.directory", folder.toString());
    for (int i = 0; i < parameters.length; i += 2) {
      kit.configurationParameter(parameters[i], parameters[i + 1]);
    }
    return kit.execute();
  }

  private static Map<String, String> messages(Events events) {
    return events.stream()
        .collect(toMap(
            event -> event.getTestDescriptor().getDisplayName(),
            event -> event
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage()));
  }

  private static List<Map<String, String>> entries(EngineExecutionResults results) {
    return results
        .allEvents()
        .reportingEntryPublished()
        .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
        .toList();
  }

  private Path evidence(String name) {
    return folder.resolve(StressedBanks.class.getName() + "$" + name + "/evidence/stress.ndjson");
  }

  private static List<ForkRecord> forks(Path evidence) throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    assertThat(EvidenceReader.read(evidence, records::add).complete()).isTrue();
    return records.stream()
        .filter(ForkRecord.class::isInstance)
        .map(ForkRecord.class::cast)
        .toList();
  }

  @Test
  void aRightBankIsProvedAndNoSampleOfItIsWrong() throws IOException {
    EngineExecutionResults results = run("Right", "safebank.stress", "30s");

    assertThat(messages(results.allEvents().failed())).isEmpty();
    assertThat(messages(results.allEvents().aborted())).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(1 + Promise.values().length);
    assertThat(forks(evidence("Right"))).isNotEmpty();
    assertThat(entries(results))
        .filteredOn(entry -> entry.containsKey("broken under stress"))
        .hasSize(Promise.values().length)
        .allMatch(entry -> entry.get("broken under stress").startsWith("0 of "));
  }

  @Test
  void aWrongBankFailsWithHowOftenItWasSeenAndIsNotStressedTwice() throws IOException {
    EngineExecutionResults first = run("Wrong");

    assertThat(messages(first.testEvents().failed()).get("consistent total"))
        .startsWith("MiscountingBank claims CONSISTENT_TOTAL, but ")
        .containsPattern("Under stress, [1-9][0-9,]* of [1-9][0-9,]* samples broke it\\.");
    assertThat(forks(evidence("Wrong"))).isNotEmpty();
    assertThat(entries(first)).noneMatch(entry -> entry.containsKey("stress"));
    assertThat(Files.readString(evidence("Wrong").resolveSibling("../verdicts.json")))
        .contains("\"violations\"");
    assertThat(evidence("Wrong").resolveSibling("../index.html")).isNotEmptyFile();

    EngineExecutionResults second = run("Wrong", "safebank.stress", "10s");

    assertThat(messages(second.testEvents().failed()))
        .isEqualTo(messages(first.testEvents().failed()));
    assertThat(entries(second))
        .filteredOn(entry -> entry.containsKey("stress"))
        .singleElement()
        .asString()
        .contains("stressed already", "-Dsafebank.stress.again=true");

    String run = runId(evidence("Wrong"));
    run("Wrong", "safebank.stress", "5s", "safebank.stress.again", "true");

    assertThat(runId(evidence("Wrong"))).isNotEqualTo(run);
  }

  private static String runId(Path evidence) throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    EvidenceReader.read(evidence, records::add);
    return ((Header) records.get(0)).run();
  }

  @Test
  void timeThatIsTooShortLeavesWhatWasNotRunUndecidedAndSaysHowMuchToGive() {
    EngineExecutionResults results = run("Right", "safebank.stress", "0.01s");

    assertThat(messages(results.testEvents().aborted()).get("consistent total"))
        .startsWith("CONSISTENT_TOTAL is neither proved nor broken. ")
        .contains("the run ended before its turn", "-Dsafebank.stress=");
    assertThat(messages(results.testEvents().failed())).isEmpty();
  }

  @Test
  void whatCannotBeStressedFailsWithTheReason() {
    assertThat(messages(run("Hidden", "safebank.stress", "1s").containerEvents().failed()))
        .extractingByKey("StressedBanks.Hidden")
        .asString()
        .contains(
            "The tests with which to stress", "HiddenBank has private access", "make them public");
  }
}
