package dev.safebank.evidence.fault;

/** What is to be found in a bank. */
public enum BankKind {
  /** A fault that breaks a law. */
  FAULTY,
  /** A fault that no interleaving shows: there is a data race, which must be found. */
  RACING,
  /** A fault that shows only in what no program of the scope does. */
  BEYOND_SCOPE,
  /** A change that breaks nothing. */
  EQUIVALENT,
  /** A right bank, unchanged. */
  RIGHT
}
