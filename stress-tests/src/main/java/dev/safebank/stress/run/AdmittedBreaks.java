package dev.safebank.stress.run;

import dev.safebank.model.Promise;
import dev.safebank.stress.evidence.ForkRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The breaks that variants admit, and that the run owes a witness for. */
final class AdmittedBreaks {

  /** A promise that a variant does not keep. */
  record Break(String variant, Promise promise) {
    @Override
    public String toString() {
      return variant + " × " + promise;
    }
  }

  private final Set<Break> owed = new LinkedHashSet<>();
  private final Set<Break> witnessed = new LinkedHashSet<>();

  AdmittedBreaks(List<StressCell> cells) {
    cells.forEach(cell -> cell.admits().forEach(promise -> owed.add(breakOf(cell, promise))));
  }

  int owed() {
    return owed.size();
  }

  int witnessed() {
    return witnessed.size();
  }

  List<Break> unwitnessed() {
    return owed.stream().filter(admitted -> !witnessed.contains(admitted)).toList();
  }

  /** Whether this cell can show a break that no cell has shown yet. */
  boolean soughtIn(StressCell cell) {
    return cell.admits().stream().anyMatch(promise -> !witnessed.contains(breakOf(cell, promise)));
  }

  void ended(StressCell cell, ForkRecord record) {
    Set<Promise> admits = cell.admits();
    record.outcomes().keySet().stream()
        .flatMap(outcome -> cell.brokenBy(outcome).stream())
        .filter(admits::contains)
        .forEach(promise -> witnessed.add(breakOf(cell, promise)));
  }

  private static Break breakOf(StressCell cell, Promise promise) {
    return new Break(cell.variant().name(), promise);
  }
}
