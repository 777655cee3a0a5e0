package dev.safebank.evidence;

import dev.safebank.evidence.bounds.Bounds;
import dev.safebank.evidence.program.IncompletePrograms;
import dev.safebank.evidence.program.ProgramRace;
import dev.safebank.evidence.program.ProgramViolation;
import java.util.List;

/**
 * What running every interleaving of every program of a scope has shown of one variant. Every
 * outcome was compared with the specification; what it does not allow is a
 * {@link ProgramViolation}, and nothing else is.
 *
 * @param variant name of a {@link VariantFacts}
 * @param classes hash of the class files that this is evidence of
 * @param scope name of a {@link ScopeFacts}
 * @param programs how many programs the scope has
 * @param explored how many of them were explored to their end: every interleaving was run, and
 *     nothing was met that the explorer does not control
 * @param interleavings how many interleavings were run, of all programs together
 * @param incomplete why programs were not explored to their end; empty if all were
 * @param violations one per anomaly and promise, with the smallest program that shows it
 * @param races the data races, one per pair of source lines, with the first program that has it
 * @param relaxed uses of what is not sequentially consistent, each in words. Where there are any,
 *     outcomes may exist that no interleaving gives
 * @param millis wall time of the exploration
 */
public record ScopeRecord(
    String variant,
    String classes,
    String scope,
    long programs,
    long explored,
    long interleavings,
    List<IncompletePrograms> incomplete,
    List<ProgramViolation> violations,
    List<ProgramRace> races,
    List<String> relaxed,
    long millis)
    implements EvidenceRecord {

  public ScopeRecord {
    Bounds.count("programs", programs);
    Bounds.count("explored", explored);
    Bounds.count("interleavings", interleavings);
    Bounds.count("millis", millis);
    if (explored > programs) {
      throw new IllegalArgumentException(
          "explored must be from 0 to %d: %d".formatted(programs, explored));
    }
    incomplete = List.copyOf(incomplete);
    violations = List.copyOf(violations);
    races = List.copyOf(races);
    relaxed = List.copyOf(relaxed);
  }

  /** Whether every interleaving of every program of the scope was run. */
  public boolean complete() {
    return explored == programs && incomplete.isEmpty();
  }

  /** What stands for a program of this variant in place of {@link Header#TEST}. */
  public String test(String program) {
    return "%s '%s'".formatted(variant, program);
  }
}
