package dev.safebank.report.verdict.jcstress;

import dev.safebank.report.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One declaration of a test, and the outcomes that it speaks of; or an outcome that none speaks of.
 *
 * @param ids the outcomes, as text or regular expressions; empty if it speaks of all others
 * @param expect jcstress's word for whether they may be, or {@link #UNDECLARED}
 * @param description what they mean; may be empty
 * @param verdict that they cannot be; empty if they may be
 * @param met those that were reached or seen
 */
public record DeclarationVerdict(
    List<String> ids,
    String expect,
    String description,
    Optional<Verdict> verdict,
    List<MetOutcome> met) {

  /** What stands for jcstress's word where no declaration speaks of an outcome. */
  public static final String UNDECLARED = "UNDECLARED";

  public DeclarationVerdict {
    ids = List.copyOf(ids);
    met = List.copyOf(met);
  }

  /** The outcomes in words. */
  public String words() {
    return ids.isEmpty() ? "any other outcome" : ids.stream().collect(Collectors.joining(" or "));
  }

  /** How often stress saw any of them. */
  public long samples() {
    return met.stream().mapToLong(MetOutcome::samples).sum();
  }

  /** How many of the explored interleavings lead to any of them. */
  public long interleavings() {
    return met.stream().mapToLong(MetOutcome::interleavings).sum();
  }
}
