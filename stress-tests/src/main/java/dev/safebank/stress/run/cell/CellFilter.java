package dev.safebank.stress.run.cell;

import dev.safebank.console.NameFilter;
import dev.safebank.console.UserError;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Chooses cells by the names of their variants and scenarios.
 *
 * @param variants patterns of a {@link NameFilter}; all variants if there are none
 * @param scenarios the same for scenarios
 */
public record CellFilter(List<String> variants, List<String> scenarios) {

  public CellFilter {
    variants = List.copyOf(variants);
    scenarios = List.copyOf(scenarios);
  }

  /**
   * The cells chosen, in the order given.
   *
   * @throws UserError if a pattern matches nothing
   */
  public List<StressCell> choose(List<StressCell> cells) {
    Function<StressCell, String> variant = cell -> cell.variant().name();
    Function<StressCell, String> scenario = cell -> cell.scenario().name();
    Set<String> chosenVariants = NameFilter.choose("variant", variants, names(cells, variant));
    Set<String> chosenScenarios = NameFilter.choose("scenario", scenarios, names(cells, scenario));
    return cells.stream()
        .filter(cell -> chosenVariants.contains(variant.apply(cell)))
        .filter(cell -> chosenScenarios.contains(scenario.apply(cell)))
        .toList();
  }

  private static List<String> names(List<StressCell> cells, Function<StressCell, String> name) {
    return cells.stream().map(name).distinct().toList();
  }
}
