package dev.safebank.report.verdict;

/**
 * A reason why the build must not pass.
 *
 * @param kind which rule is broken
 * @param message names the thing, the cause and the way out
 */
public record GateViolation(Rule kind, String message) {

  /** The rules, gravest first. */
  public enum Rule {
    /** There is no evidence, or it must not be judged. */
    NO_EVIDENCE,
    /** The run was cut short. */
    INCOMPLETE_EVIDENCE,
    /** The bank did what the contract never allows, whatever the variant admits. */
    BROKEN_CONTRACT,
    /** A promise is claimed, and was violated. */
    BROKEN_CLAIM,
    /** A promise is admitted to be broken, and no violation was seen. */
    UNWITNESSED_BREAK,
    /** An outcome that nothing explains. */
    UNEXPLAINED_OUTCOME,
    /** A cell without usable evidence. */
    UNTESTED_CELL,
    /** A promise of which no cell has usable evidence. */
    UNTESTED_PROMISE
  }
}
