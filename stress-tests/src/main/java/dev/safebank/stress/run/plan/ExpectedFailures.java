package dev.safebank.stress.run.plan;

import dev.safebank.evidence.ForkRecord;
import dev.safebank.model.Promise;
import dev.safebank.stress.run.cell.StressCell;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The breaks that variants admit; the run must witness each of them. */
final class ExpectedFailures {

  /** A promise that a variant admits to breaking. */
  record Break(String variant, Promise promise) {
    @Override
    public String toString() {
      return variant + " × " + promise;
    }
  }

  private final Set<Break> expected = new LinkedHashSet<>();
  private final Set<Break> witnessed = new LinkedHashSet<>();

  ExpectedFailures(List<StressCell> cells) {
    cells.forEach(cell -> cell.admits().forEach(promise -> expected.add(breakOf(cell, promise))));
  }

  int expected() {
    return expected.size();
  }

  int witnessed() {
    return witnessed.size();
  }

  List<Break> unwitnessed() {
    return expected.stream().filter(admitted -> !witnessed.contains(admitted)).toList();
  }

  /** Whether this cell can show a break that is not witnessed yet. */
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
