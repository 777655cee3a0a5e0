package dev.safebank.benchmarks.support;

import dev.safebank.console.NameFilter;
import dev.safebank.model.Bank;
import dev.safebank.model.variants.LockingVariants;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Parameters;

/** The command-line arguments that choose variants. */
public final class VariantSelection {

  @Parameters(
      paramLabel = "VARIANT",
      arity = "0..*",
      description = "Variants by patterns of their names, e.g. Global*. Default: all.")
  private List<String> patterns = List.of();

  /**
   * The variants that any of the patterns of a {@link NameFilter} matches, in teaching order; all
   * if there are no patterns.
   *
   * @throws dev.safebank.console.UserError if a pattern matches none
   */
  public List<Class<? extends Bank>> variants() {
    List<String> known =
        LockingVariants.all().stream().<String>map(Class::getSimpleName).toList();
    Set<String> chosen = NameFilter.choose("variant", patterns, known);
    return LockingVariants.all().stream()
        .filter(variant -> chosen.contains(variant.getSimpleName()))
        .toList();
  }
}
