package dev.safebank.console;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * Chooses names by glob patterns: {@code *} stands for any characters and {@code ?} for one; upper
 * and lower case are the same.
 */
public final class NameFilter {

  private NameFilter() {}

  /**
   * The known names that match any of the patterns, in the order in which they are known; all if
   * there are no patterns.
   *
   * @param kind what the names are of, e.g. {@code variant}
   * @throws UserError if a pattern matches no name; the message lists the known names
   */
  public static Set<String> choose(String kind, List<String> patterns, Collection<String> known) {
    Set<String> chosen = new LinkedHashSet<>(known);
    if (!patterns.isEmpty()) {
      List<PathMatcher> matchers = patterns.stream()
          .map(pattern -> matcher(kind, pattern.strip(), known))
          .toList();
      chosen.removeIf(name -> matchers.stream().noneMatch(matcher -> matches(matcher, name)));
    }
    return chosen;
  }

  private static PathMatcher matcher(String kind, String pattern, Collection<String> known) {
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + lowerCase(pattern));
      if (known.stream().noneMatch(name -> matches(matcher, name))) {
        throw new UserError(noMatch(kind, pattern, known));
      }
      return matcher;
    } catch (PatternSyntaxException e) {
      throw new UserError(
          "\"%s\" is not a pattern: use * and ?. Known: %s."
              .formatted(pattern, String.join(", ", known)),
          e);
    }
  }

  private static boolean matches(PathMatcher matcher, String name) {
    return matcher.matches(Path.of(lowerCase(name)));
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String noMatch(String kind, String pattern, Collection<String> known) {
    String meant = SpellingSuggestions.closest(pattern.replaceAll("[*?]", ""), known)
        .map(name -> " Did you mean " + name + "?")
        .orElse("");
    return "no %s matches \"%s\".%s Known: %s."
        .formatted(kind, pattern, meant, String.join(", ", known));
  }
}
