package dev.safebank.report.input;

import dev.safebank.evidence.CellRecord;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.ScopeRecord;

/**
 * The subject of a record: the test or the scope that it is evidence of. If two files have records
 * of one subject, it was recorded twice.
 *
 * @param kind how it was tested
 * @param name the test, or the variant and the scope
 */
record Subject(Kind kind, String name) {

  /** How something is tested. */
  enum Kind {
    STRESS,
    EXPLORATION,
    PROGRAMS;

    /** Whether there can be only one record of a subject; a test is stressed in many forks. */
    boolean once() {
      return this != STRESS;
    }
  }

  static Subject of(EvidenceRecord evidence) {
    if (evidence instanceof ScopeRecord scope) {
      return new Subject(Kind.PROGRAMS, scope.variant() + " in " + scope.scope());
    }
    if (evidence instanceof CellRecord cell) {
      return new Subject(
          cell instanceof ExplorationRecord ? Kind.EXPLORATION : Kind.STRESS, cell.test());
    }
    throw new IllegalArgumentException("not a record of anything tested: " + evidence);
  }
}
