package dev.safebank.report.verdict;

import dev.safebank.model.Promise;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All verdicts on one variant.
 *
 * @param name simple class name
 * @param className binary class name
 * @param idea the way of locking in about six words
 * @param twin the variant to compare with
 * @param promises the promises judged, in the order of {@link Promise}
 * @param scenarios the scenarios judged by, in teaching order
 * @param scopes the scopes of programs judged by, in the order of their exploration
 * @param programObjections what its programs did that the contract never allows
 */
public record VariantVerdict(
    String name,
    String className,
    String idea,
    Optional<String> twin,
    List<PromiseVerdict> promises,
    List<CellVerdict> scenarios,
    List<ScopeVerdict> scopes,
    List<GateViolation> programObjections) {

  public VariantVerdict {
    promises = List.copyOf(promises);
    scenarios = List.copyOf(scenarios);
    scopes = List.copyOf(scopes);
    programObjections = List.copyOf(programObjections);
  }

  /** The verdict on a promise; empty if a filter left out every scenario that can break it. */
  public Optional<PromiseVerdict> promise(Promise promise) {
    return promises.stream().filter(verdict -> verdict.promise() == promise).findFirst();
  }

  /** The cell of a scenario; empty if a filter left it out. */
  public Optional<CellVerdict> scenario(String name) {
    return scenarios.stream().filter(cell -> cell.scenario().equals(name)).findFirst();
  }

  /**
   * Why this variant must fail the build: reasons in its promises, then in its cells. A promise
   * that is untested because of a cell is not listed beside that cell.
   */
  public List<GateViolation> reasons() {
    boolean cellsSayIt =
        cellObjections().anyMatch(o -> o.kind() == GateViolation.Rule.UNTESTED_CELL);
    Stream<GateViolation> ofPromises = promises.stream()
        .flatMap(promise -> promise.objections().stream())
        .filter(o -> !(cellsSayIt && o.kind() == GateViolation.Rule.UNTESTED_PROMISE));
    return Stream.of(programObjections.stream(), ofPromises, cellObjections())
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }

  /** Whether it keeps what it claims, breaks what it admits, and shows nothing unexpected. */
  public boolean behavesAsClaimed() {
    return reasons().isEmpty();
  }

  /** Whether some promise of it is broken. */
  public boolean breaksAPromise() {
    return promises.stream().anyMatch(promise -> promise.verdict() == Verdict.BROKEN);
  }

  /** Whether every promise that it was judged by is proved. */
  public boolean provesEveryPromise() {
    return promises.stream().allMatch(promise -> promise.verdict() == Verdict.PROVED);
  }

  private Stream<GateViolation> cellObjections() {
    return scenarios.stream().flatMap(cell -> cell.objections().stream());
  }
}
