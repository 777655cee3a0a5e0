package dev.safebank.evidence.fault;

/**
 * The first witness of a broken law.
 *
 * @param law name of a {@link dev.safebank.model.Promise}, or {@link #CONTRACT}
 * @param millis from the first look at the bank to the witness
 * @param where the program or scenario
 * @param outcome how it ended
 */
public record FaultFinding(String law, long millis, String where, String outcome) {

  /**
   * The law that a bank breaks if its results violate the specification, although no promise but
   * {@code LINEARIZABLE} names what is wrong.
   */
  public static final String CONTRACT = "CONTRACT";
}
