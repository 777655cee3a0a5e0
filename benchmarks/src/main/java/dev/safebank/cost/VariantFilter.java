package dev.safebank.cost;

import dev.safebank.model.Bank;
import dev.safebank.model.variants.LockingVariants;
import java.util.List;
import java.util.regex.Pattern;

/** Chooses variants by name, where {@code *} stands for any letters. */
public final class VariantFilter {

  private VariantFilter() {}

  /**
   * The variants that any of the patterns matches, in teaching order; all if there are no patterns.
   *
   * @throws IllegalArgumentException if a pattern matches none; the message lists those there are
   */
  public static List<Class<? extends Bank>> matching(List<String> patterns) {
    List<Pattern> globs = patterns.stream().map(VariantFilter::glob).toList();
    return LockingVariants.all().stream()
        .filter(
            variant -> globs.isEmpty() || globs.stream().anyMatch(glob -> matches(glob, variant)))
        .toList();
  }

  private static Pattern glob(String pattern) {
    Pattern glob =
        Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE);
    if (LockingVariants.all().stream().noneMatch(variant -> matches(glob, variant))) {
      LockingVariants.named(pattern);
    }
    return glob;
  }

  private static boolean matches(Pattern glob, Class<?> variant) {
    return glob.matcher(variant.getSimpleName()).matches();
  }
}
