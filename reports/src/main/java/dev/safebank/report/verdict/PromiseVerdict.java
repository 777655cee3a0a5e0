package dev.safebank.report.verdict;

import dev.safebank.model.Promise;
import java.util.List;
import java.util.Optional;

/**
 * What the evidence says of one promise of one variant.
 *
 * @param promise which promise
 * @param claimed whether the variant claims it; it admits to breaking it otherwise
 * @param verdict what the evidence says
 * @param blocked {@code DEADLOCK} or {@code STUCK}, if that is how the promise broke
 * @param asClaimed whether the verdict is as the variant claims
 * @param samples in the scenarios that can break the promise; where platforms differ, on the one
 *     that broke it most often, or else on the one with the fewest samples
 * @param violations samples among them that broke it
 * @param bound95 95% upper bound on the probability of a violation (3/N); only if none was seen
 * @param interleavings explored in the scenarios that can break the promise
 * @param scenarios the scenarios judged by
 * @param scope what was proved of, in words; empty if it is not proved
 * @param findings programs that broke it, the smallest of each kind
 * @param notes what a reader should know: skipped scenarios, what is missing for a proof
 * @param objections why the build must not pass; empty if it may
 */
public record PromiseVerdict(
    Promise promise,
    boolean claimed,
    Verdict verdict,
    Optional<String> blocked,
    boolean asClaimed,
    long samples,
    long violations,
    Optional<Double> bound95,
    long interleavings,
    List<String> scenarios,
    Optional<String> scope,
    List<ProgramFinding> findings,
    List<String> notes,
    List<GateViolation> objections) {

  public PromiseVerdict {
    scenarios = List.copyOf(scenarios);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    objections = List.copyOf(objections);
  }

  /** The word for a matrix: the verdict, or DEADLOCK or STUCK where that is how it broke. */
  public String word() {
    return verdict == Verdict.BROKEN ? blocked.orElse(verdict.name()) : verdict.name();
  }
}
