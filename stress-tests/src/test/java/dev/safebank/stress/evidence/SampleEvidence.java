package dev.safebank.stress.evidence;

import dev.safebank.model.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A small run: one variant, one scenario, one cell. */
final class SampleEvidence {

  static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
  static final Instant ENDED = Instant.parse("2026-01-02T03:07:25Z");
  static final String TEST = "sample.UnsafeBank_TransferVersusValidate";

  private SampleEvidence() {}

  static Header header() {
    return new Header(
        Header.SCHEMA,
        STARTED,
        new Environment(
            "Linux 6 amd64", "unknown", 2, "unknown", "OpenJDK 17", Map.of("java", "17")),
        Map.of("stress.budget", "90s"),
        "mvn verify -Dstress.budget=90s",
        List.of(new VariantFacts(
            "UnsafeBank", "sample.UnsafeBank", "no lock", Set.of(), Optional.of("SafeBank"))),
        List.of(new ScenarioFacts(
            "TransferVersusValidate",
            "sample.TransferVersusValidate",
            "A transfer meets a validation.",
            List.of("A→B 50", "validate"),
            "status, total",
            List.of(
                new OutcomeFacts("MOVED, 200", Optional.empty(), "one after the other"),
                new OutcomeFacts("MOVED, 150", Optional.of(Promise.CONSISTENT_TOTAL), "torn")))),
        List.of(new CellFacts(TEST, "UnsafeBank", "TransferVersusValidate")));
  }

  static ForkRecord fork() {
    return new ForkRecord(
        TEST,
        "C2",
        List.of("-XX:-TieredCompilation"),
        ForkStatus.COMPLETED,
        new TreeMap<>(Map.of("MOVED, 200", 90_000L, "MOVED, 150", 12L)),
        412,
        List.of(new Blockage(
            Blockage.Kind.DEADLOCK,
            List.of(new Blockage.BlockedThread(
                "transfer", "WAITING", "ReentrantLock@1", "validate", List.of("a", "b"))))),
        "a line\nbroken in two, \"quoted\", → not ASCII");
  }

  static SkippedRecord skipped() {
    return new SkippedRecord(TEST, "needs 3 CPUs, this machine has 2");
  }
}
