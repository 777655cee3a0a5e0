package dev.safebank.stress.run.cell;

import dev.safebank.console.UserError;
import dev.safebank.model.variants.LockingVariants;
import dev.safebank.stress.scenario.Scenarios;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The tests that were generated when the matrix of variants and scenarios was compiled last. Those
 * of a variant or scenario that has been added since are missing.
 */
public final class CompiledMatrix {

  private CompiledMatrix() {}

  /**
   * Makes sure that each variant and each scenario of the catalogues has its tests.
   *
   * @param all the cells of the class path
   * @throws UserError if one has none
   */
  public static void check(List<StressCell> all) {
    Set<String> missing = new TreeSet<>();
    LockingVariants.all().forEach(variant -> missing.add(variant.getSimpleName()));
    Scenarios.all().forEach(scenario -> missing.add(scenario.getSimpleName()));
    all.forEach(cell -> {
      missing.remove(cell.variant().name());
      missing.remove(cell.scenario().name());
    });
    if (!missing.isEmpty()) {
      throw new UserError(
          "There is no generated test of %s: the tests were compiled before it was added. Compile them again: mvn test-compile."
              .formatted(missing.stream().collect(Collectors.joining(", "))));
    }
  }
}
