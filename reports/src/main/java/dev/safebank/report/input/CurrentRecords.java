package dev.safebank.report.input;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.CellRecord;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.VariantFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Separates records of the present classes from outdated records, which are of other classes. The
 * outdated cells are known when all files have been filtered.
 */
final class CurrentRecords {

  private final Map<String, CellFacts> planned;
  private final Map<String, String> classesOfPrograms;
  private final Set<String> outdated = new HashSet<>();
  private final Set<String> outdatedPrograms = new TreeSet<>();

  CurrentRecords(Header plan) {
    this.planned = plan.cells().stream()
        .collect(Collectors.toMap(CellFacts::test, Function.identity(), (first, same) -> first));
    this.classesOfPrograms = plan.variants().stream()
        .collect(Collectors.toMap(VariantFacts::name, VariantFacts::classes));
  }

  /** A file with the records that are of the classes that are there. */
  EvidenceFile of(EvidenceFile file) {
    Map<String, CellFacts> recorded = file.header().cells().stream()
        .collect(Collectors.toMap(CellFacts::test, Function.identity(), (first, same) -> first));
    List<EvidenceRecord> current = file.records().stream()
        .filter(evidence -> isCurrent(evidence, recorded))
        .toList();
    return file.with(current);
  }

  /** The tests of which there are records of other classes. */
  Set<String> outdated() {
    return Set.copyOf(outdated);
  }

  /** The variants of whose programs there are records of other classes. */
  Set<String> outdatedPrograms() {
    return outdatedPrograms;
  }

  private boolean isCurrent(ScopeRecord scope) {
    String now = classesOfPrograms.get(scope.variant());
    if (now == null) {
      return false;
    }
    boolean same = now.equals(scope.classes()) && !now.isEmpty();
    if (!same) {
      outdatedPrograms.add(scope.variant());
    }
    return same;
  }

  private boolean isCurrent(EvidenceRecord evidence, Map<String, CellFacts> recorded) {
    if (evidence instanceof ScopeRecord scope) {
      return isCurrent(scope);
    }
    String test = ((CellRecord) evidence).test();
    CellFacts now = planned.get(test);
    if (now == null) {
      return false;
    }
    boolean same = now.equals(recorded.get(test));
    if (!same) {
      outdated.add(test);
    }
    return same;
  }
}
