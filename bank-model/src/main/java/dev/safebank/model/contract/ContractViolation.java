package dev.safebank.model.contract;

/** A bank broke the contract; the message names the call, its result and the specified one. */
public final class ContractViolation extends AssertionError {

  private static final long serialVersionUID = 1L;

  ContractViolation(String message) {
    super(message);
  }
}
