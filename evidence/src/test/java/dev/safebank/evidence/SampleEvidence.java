package dev.safebank.evidence;

import dev.safebank.evidence.program.IncompletePrograms;
import dev.safebank.evidence.program.ProgramRace;
import dev.safebank.evidence.program.ProgramViolation;
import dev.safebank.evidence.program.UnspecifiedCall;
import dev.safebank.evidence.witness.RecordedAccess;
import dev.safebank.evidence.witness.RecordedAction;
import dev.safebank.evidence.witness.RecordedHolder;
import dev.safebank.evidence.witness.RecordedLocation;
import dev.safebank.evidence.witness.RecordedRace;
import dev.safebank.evidence.witness.RecordedResource;
import dev.safebank.evidence.witness.RecordedStep;
import dev.safebank.evidence.witness.RecordedWait;
import dev.safebank.evidence.witness.RecordedWitness;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.AnomalyKind;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Program;
import dev.safebank.model.specification.ReportedProgram;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small run: one variant, one scenario, one cell. */
final class SampleEvidence {

  static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
  static final Instant ENDED = Instant.parse("2026-01-02T03:07:25Z");
  static final String TEST = "sample.UnsafeBank_TransferVersusValidate";

  private SampleEvidence() {}

  static Header header() {
    return new Header(
        Header.SCHEMA,
        "run 1",
        STARTED,
        new Environment(
            "Linux 6 amd64", "unknown", 2, "unknown", "OpenJDK 17", Map.of("java", "17")),
        Map.of("stress.budget", "90s"),
        "mvn verify -Dstress.budget=90s",
        "replay {schedule} {test}",
        List.of(new VariantFacts(
            "UnsafeBank", "sample.UnsafeBank", "no lock", Set.of(), Optional.of("SafeBank"))),
        List.of(new ScenarioFacts(
            "TransferVersusValidate",
            "sample.TransferVersusValidate",
            "A transfer meets a validation.",
            List.of("A→B 50", "validate"),
            "status, total",
            new ReportedProgram(
                Program.on(100, 100)
                    .actor(new Call.Transfer(0, 1, 50))
                    .actor(new Call.TransferAndValidate(1, 0, 30, true), new Call.Validate()),
                List.of(List.of(0), List.of(0, 1))),
            Map.of(AnomalyKind.TORN_TOTAL, "torn"))),
        List.of(new CellFacts(TEST, "UnsafeBank", "TransferVersusValidate", "c1a55e5")),
        List.of(new ScopeFacts("2 actors × 1 call over 3 accounts", 3_114)));
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
            BlockageKind.DEADLOCK,
            List.of(new Blockage.BlockedThread(
                "transfer", "WAITING", "ReentrantLock@1", "validate", List.of("a", "b"))))),
        "a line\nbroken in two, \"quoted\", → not ASCII");
  }

  static ScopeRecord scope() {
    return new ScopeRecord(
        "UnsafeBank",
        "c1a55e5",
        "2 actors × 1 call over 3 accounts",
        3_114,
        3_113,
        20_000,
        List.of(new IncompletePrograms(
            "there are more executions", 1, "validate() ‖ validate() on [1]")),
        List.of(new ProgramViolation(
            Optional.of(Promise.CONSISTENT_TOTAL),
            "A validator read a total that is not the opening total.",
            "transfer(0, 1, 50) ‖ validate() on [100, 100]",
            "true ‖ 150 and [50, 150]",
            List.of(new UnspecifiedCall(1, "validate()", "150", List.of("200"))),
            List.of("true ‖ 200 and [50, 150]"),
            12,
            exploration().witnesses().get(0))),
        List.of(new ProgramRace(
            exploration().races().get(0), "transfer(0, 1, 50) ‖ validate() on [100, 100]", 7)),
        List.of(),
        1_234);
  }

  static ExplorationRecord exploration() {
    RecordedLocation where =
        new RecordedLocation("sample.UnsafeBank", "transfer", "UnsafeBank.java", 31);
    return new ExplorationRecord(
        TEST,
        6,
        List.of(),
        new TreeMap<>(Map.of("MOVED, 150", 2L)),
        new TreeSet<>(Set.of("MOVED, 200")),
        List.of(new RecordedRace(
            "bank.balances[0]",
            new RecordedAccess("transfer", RecordedAction.WRITE, where),
            new RecordedAccess("validate", RecordedAction.READ, where),
            "0-1_3")),
        List.of(),
        List.of(new RecordedWitness(
            "MOVED, 150",
            List.of("transfer", "validate"),
            1,
            true,
            List.of(new RecordedStep(
                0,
                RecordedAction.COMPARE_AND_SET,
                "bank.balances[0]",
                Optional.of("100"),
                Optional.of("50"),
                Optional.of(true),
                Optional.empty(),
                where)),
            List.of(new RecordedWait(
                1,
                RecordedResource.LOCK,
                "bank.lock",
                List.of(
                    new RecordedHolder(Optional.of(0), true, where),
                    new RecordedHolder(Optional.empty(), false, where)),
                where)),
            "0-1_3")),
        30);
  }

  static SkippedRecord skipped() {
    return new SkippedRecord(TEST, "needs 3 CPUs, this machine has 2");
  }
}
