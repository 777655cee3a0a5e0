package dev.safebank.report.verdict.jcstress;

import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.VerdictWitness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on one jcstress test.
 *
 * @param test binary name of its class
 * @param classes the hash of the classes that this is known of
 * @param explored when that was
 * @param status the verdict
 * @param objections why it fails, a sentence each
 * @param doubts why it is not proved, a sentence each
 * @param outcomes what is declared, in the order of the source; then what is not
 * @param exploration how far the exploration went; empty if there was none
 * @param stress how much it was stressed; empty if it was not to be
 * @param witnesses of its outcomes
 */
public record TestVerdict(
    String test,
    String classes,
    Instant explored,
    TestStatus status,
    List<String> objections,
    List<String> doubts,
    List<DeclarationVerdict> outcomes,
    Optional<ExplorationVerdict> exploration,
    Optional<TestStress> stress,
    List<VerdictWitness> witnesses) {

  public TestVerdict {
    objections = List.copyOf(objections);
    doubts = List.copyOf(doubts);
    outcomes = List.copyOf(outcomes);
    witnesses = List.copyOf(witnesses);
  }

  /** A test that was not explored, and why. */
  public static TestVerdict failed(String test, String classes, Instant now, String why) {
    return unexplored(test, classes, now, TestStatus.FAILED, List.of(why), List.of());
  }

  /** The same test, of which nothing is known any more, and why. */
  public TestVerdict outdated(String why) {
    return unexplored(test, classes, explored, TestStatus.OUTDATED, List.of(), List.of(why));
  }

  private static TestVerdict unexplored(
      String test,
      String classes,
      Instant when,
      TestStatus status,
      List<String> objections,
      List<String> doubts) {
    return new TestVerdict(
        test,
        classes,
        when,
        status,
        objections,
        doubts,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
