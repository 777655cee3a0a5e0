package dev.safebank.explore.memory;

/** Names memory locations for people. */
@FunctionalInterface
public interface LocationNames {

  /**
   * A name such as {@code bank.balances[1]}.
   *
   * @param state the object that all paths start from
   */
  String nameOf(Object state, Location location);
}
