package dev.safebank.model.contract;

import dev.safebank.model.BankFactory;

/**
 * A bank that breaks the contract in one way.
 *
 * @param check the check that finds it
 * @param message what the check says, in part
 */
record Faulty(String fault, BankFactory factory, Check check, String message) {

  /** One of the checks. */
  @FunctionalInterface
  interface Check {
    void by(ContractCheck checks) throws InterruptedException;
  }

  /** Whether the check has to wait for its time limit, because a call never returns. */
  boolean isWaiting() {
    return message.contains(": WAITING");
  }

  @Override
  public String toString() {
    return fault;
  }
}
