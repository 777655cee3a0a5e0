package dev.safebank.report.verdict;

import java.util.List;

/**
 * The result of exploring every program of a scope with one variant.
 *
 * @param scope its name, e.g. {@code 2 actors × 1 call over 3 accounts}
 * @param programs how many programs it has
 * @param explored how many of them were explored to their end
 * @param interleavings run, of all programs together
 * @param complete whether every interleaving of every program was run
 * @param limits why not; empty if complete
 * @param races the data races found
 * @param relaxed uses of what is not sequentially consistent, each in words
 * @param findings what the specification does not allow, the smallest program of each kind
 */
public record ScopeVerdict(
    String scope,
    long programs,
    long explored,
    long interleavings,
    boolean complete,
    List<String> limits,
    List<VerdictRace> races,
    List<String> relaxed,
    List<ProgramFinding> findings) {

  public ScopeVerdict {
    limits = List.copyOf(limits);
    races = List.copyOf(races);
    relaxed = List.copyOf(relaxed);
    findings = List.copyOf(findings);
  }
}
