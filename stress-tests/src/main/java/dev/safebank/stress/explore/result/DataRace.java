package dev.safebank.stress.explore.result;

/**
 * Two accesses to one variable, at least one of them a write, that happens-before does not order.
 *
 * @param variable the way to it from the test's state, e.g. {@code bank.balances[0]}
 * @param first the access that came first in the witness
 * @param second the other one
 * @param witness an interleaving in which they race
 */
public record DataRace(String variable, Access first, Access second, Witness witness) {

  /**
   * One of the two accesses.
   *
   * @param actor the actor's name
   * @param writes whether it writes
   * @param where source file and line
   */
  public record Access(String actor, boolean writes, String where) {

    @Override
    public String toString() {
      return "%s %s at %s".formatted(actor, writes ? "writes" : "reads", where);
    }
  }

  @Override
  public String toString() {
    return "%s: %s, %s".formatted(variable, first, second);
  }
}
