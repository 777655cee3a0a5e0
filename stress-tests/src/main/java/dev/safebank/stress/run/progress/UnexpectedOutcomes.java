package dev.safebank.stress.run.progress;

import dev.safebank.console.text.TextSanitizer;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.model.specification.AnomalyKind;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.PlannedFork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports unexpected outcomes and failed forks, each unexpected outcome once. */
public final class UnexpectedOutcomes {

  private static final int LONGEST = 300;

  private final Set<String> reported = new HashSet<>();

  /** The outcomes of this fork that break a claim or the contract, and its failure. */
  public List<String> in(PlannedFork fork, ForkRecord record) {
    List<String> messages = new ArrayList<>();
    record.outcomes().forEach((outcome, count) -> {
      why(fork.cell(), outcome)
          .filter(why -> reported.add(fork.cell() + outcome))
          .ifPresent(why -> messages.add("%s saw \"%s\" (%,d of %,d samples): %s"
              .formatted(fork, outcome, count, record.samples(), why)));
    });
    if (!record.message().isEmpty()) {
      messages.add("%s %s: %s"
          .formatted(fork, record.status(), record.message().lines().findFirst().orElse("")));
    }
    return messages.stream()
        .map(message -> TextSanitizer.line(message, LONGEST))
        .toList();
  }

  private static Optional<String> why(StressCell cell, String outcome) {
    Set<AnomalyKind> anomalies = cell.scenario().anomalies(outcome);
    if (anomalies.contains(AnomalyKind.FORBIDDEN_RESULT)) {
      return Optional.of("breaks the contract of a bank");
    }
    return cell.brokenBy(outcome).stream()
        .filter(cell.variant().keeps()::contains)
        .findFirst()
        .map(promise -> "breaks " + promise + ", which it claims to keep");
  }
}
