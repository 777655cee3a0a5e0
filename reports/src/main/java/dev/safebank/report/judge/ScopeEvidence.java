package dev.safebank.report.judge;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.ScopeFacts;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.AnomalyKind;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.ProgramFinding;
import dev.safebank.report.verdict.ScopeVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The results of exploring programs of one variant: of the scopes that are required, and of those
 * that were explored.
 */
final class ScopeEvidence {

  private final String variant;
  private final List<ScopeFacts> required;
  private final List<ScopeVerdict> scopes;

  ScopeEvidence(String variant, List<ScopeFacts> required, List<ScopeRecord> records) {
    this.variant = variant;
    this.required = required;
    this.scopes = records.stream()
        .filter(record -> record.variant().equals(variant))
        .map(VerdictRecords::scope)
        .toList();
  }

  List<ScopeVerdict> verdicts() {
    return scopes;
  }

  /** The programs that break a promise. */
  List<ProgramFinding> findings(Promise promise) {
    Set<Promise> linearizability = AnomalyKind.brokenByResults();
    return promise == Promise.LINEARIZABLE
        ? findings(breaks -> breaks.filter(linearizability::contains).isPresent())
        : findings(breaks -> breaks.equals(Optional.of(promise)));
  }

  private List<ProgramFinding> findings(Predicate<Optional<Promise>> wanted) {
    return scopes.stream()
        .flatMap(scope -> scope.findings().stream())
        .filter(finding -> wanted.test(finding.breaks()))
        .toList();
  }

  /** The gate violations of programs that break the contract. */
  List<GateViolation> objections() {
    return findings(Optional::isEmpty).stream()
        .map(finding -> new GateViolation(
            GateViolation.Rule.BROKEN_CONTRACT,
            "%s in %s of %s: the bank broke its contract: %s."
                .formatted(
                    variant,
                    NumberFormats.count(finding.programs(), "program"),
                    finding.scope(),
                    finding.contrast())))
        .toList();
  }

  /** All scopes, in words, e.g. {@code all 3,114 programs of 2 actors × 1 call over 3 accounts}. */
  String words() {
    return required.stream()
        .map(scope ->
            "all %s programs of %s".formatted(NumberFormats.count(scope.programs()), scope.name()))
        .collect(Collectors.joining(", "));
  }

  /** Why the scopes prevent a proof; empty if they do not. */
  Optional<String> whyNotProved() {
    if (required.isEmpty()) {
      return Optional.of("no scope of programs was explored");
    }
    return required.stream().flatMap(scope -> whyNotProved(scope).stream()).findFirst();
  }

  private Optional<String> whyNotProved(ScopeFacts facts) {
    Optional<ScopeVerdict> recorded =
        scopes.stream().filter(scope -> scope.scope().equals(facts.name())).findFirst();
    if (recorded.isEmpty()) {
      return Optional.of("%s were not explored".formatted(facts.name()));
    }
    ScopeVerdict scope = recorded.get();
    if (scope.programs() != facts.programs() || !scope.complete()) {
      return Optional.of("%s of %s programs of %s were explored to their end%s"
          .formatted(
              NumberFormats.count(scope.explored()),
              NumberFormats.count(facts.programs()),
              facts.name(),
              scope.limits().stream().findFirst().map(limit -> ": " + limit).orElse("")));
    }
    if (!scope.races().isEmpty()) {
      return Optional.of("data race on " + scope.races().get(0).variable());
    }
    if (!scope.relaxed().isEmpty()) {
      return Optional.of("races by design (" + scope.relaxed().get(0) + ")");
    }
    return scope.findings().stream().anyMatch(finding -> finding.breaks().isEmpty())
        ? Optional.of("a program that breaks the contract")
        : Optional.empty();
  }
}
