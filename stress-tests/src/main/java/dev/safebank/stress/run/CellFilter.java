package dev.safebank.stress.run;

import dev.safebank.model.DidYouMean;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses cells by the names of their variants and scenarios.
 *
 * @param variants globs ({@code *} and {@code ?}), of which a variant must match one; none: all
 * @param scenarios the same for scenarios
 */
record CellFilter(List<String> variants, List<String> scenarios) {

  CellFilter {
    variants = List.copyOf(variants);
    scenarios = List.copyOf(scenarios);
  }

  /**
   * The cells chosen, in the order given.
   *
   * @throws UserError if a glob matches nothing
   */
  List<StressCell> choose(List<StressCell> cells) {
    Function<StressCell, String> variant = cell -> cell.variant().name();
    Function<StressCell, String> scenario = cell -> cell.scenario().name();
    Set<String> chosenVariants = matches("variant", variants, names(cells, variant));
    Set<String> chosenScenarios = matches("scenario", scenarios, names(cells, scenario));
    return cells.stream()
        .filter(cell -> chosenVariants.contains(variant.apply(cell)))
        .filter(cell -> chosenScenarios.contains(scenario.apply(cell)))
        .toList();
  }

  private static Set<String> names(List<StressCell> cells, Function<StressCell, String> name) {
    return cells.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> matches(String kind, List<String> globs, Set<String> known) {
    if (globs.isEmpty()) {
      return known;
    }
    Set<String> matches = new LinkedHashSet<>();
    for (String glob : globs) {
      Pattern pattern = pattern(glob.strip());
      List<String> found =
          known.stream().filter(name -> pattern.matcher(name).matches()).toList();
      if (found.isEmpty()) {
        throw new UserError(noMatch(kind, glob.strip(), known));
      }
      matches.addAll(found);
    }
    return matches;
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(glob.chars()
        .mapToObj(letter -> switch (letter) {
          case '*' -> ".*";
          case '?' -> ".";
          default -> Pattern.quote(Character.toString(letter));
        })
        .collect(Collectors.joining()));
  }

  private static String noMatch(String kind, String glob, Collection<String> known) {
    String meant = DidYouMean.closest(glob.replaceAll("[*?]", ""), known)
        .map(name -> " Did you mean " + name + "?")
        .orElse("");
    return "stress.%ss: no %s matches \"%s\".%s Known: %s."
        .formatted(kind, kind, glob, meant, String.join(", ", known));
  }
}
