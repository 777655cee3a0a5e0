package dev.safebank.stress.run;

import dev.safebank.model.Promise;
import dev.safebank.stress.evidence.ForkRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what nobody expected to see, and tells each such thing once. */
final class Surprises {

  private final Set<String> told = new HashSet<>();

  /** What this fork saw that breaks a claim, that nobody declared, or that went wrong. */
  List<String> in(PlannedFork fork, ForkRecord record) {
    List<String> surprises = new ArrayList<>();
    record.outcomes().forEach((outcome, count) -> {
      why(fork.cell(), outcome)
          .filter(why -> told.add(fork.cell() + outcome))
          .ifPresent(why -> surprises.add("%s saw \"%s\" (%,d of %,d samples): %s"
              .formatted(fork, outcome, count, record.samples(), why)));
    });
    if (!record.message().isEmpty()) {
      surprises.add("%s %s: %s"
          .formatted(fork, record.status(), record.message().lines().findFirst().orElse("")));
    }
    return surprises;
  }

  private static Optional<String> why(StressCell cell, String outcome) {
    if (cell.scenario().declared(outcome).isEmpty()) {
      return Optional.of("no known way leads there");
    }
    Optional<Promise> broken = cell.brokenBy(outcome).filter(cell.variant().keeps()::contains);
    return broken.map(promise -> "breaks " + promise + ", which it claims to keep");
  }
}
