package dev.safebank.junit.jcstress;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;

/**
 * One {@code @Outcome} of a test.
 *
 * @param ids the outcomes that it speaks of, as text or regular expressions; empty if it speaks of
 *     all that no other speaks of
 * @param expect whether they may be
 * @param description what they mean; may be empty
 */
public record DeclaredOutcome(List<String> ids, Expect expect, String description) {

  public DeclaredOutcome {
    ids = List.copyOf(ids);
  }

  static DeclaredOutcome of(Outcome outcome) {
    List<String> ids = Arrays.stream(outcome.id()).filter(id -> !id.isEmpty()).toList();
    return new DeclaredOutcome(ids, outcome.expect(), outcome.desc().strip());
  }

  boolean names(String outcome) {
    return ids.contains(outcome);
  }

  boolean matches(String outcome) {
    return ids.stream().anyMatch(id -> Pattern.matches(id, outcome));
  }

  boolean speaksOfAllOthers() {
    return ids.isEmpty();
  }

  /** Whether it says that the outcomes must not be. {@code UNKNOWN} is jcstress's word for that. */
  public boolean forbids() {
    return expect == Expect.FORBIDDEN || expect == Expect.UNKNOWN;
  }

  /** The outcomes in quotes. */
  public String quoted() {
    return speaksOfAllOthers()
        ? "any other outcome"
        : ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(" or "));
  }

  /** The outcomes, whether they may be, and what they mean. */
  public String words() {
    return "%s %s%s"
        .formatted(quoted(), expect.name(), description.isEmpty() ? "" : ": " + description);
  }
}
