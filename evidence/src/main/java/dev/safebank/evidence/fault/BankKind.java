package dev.safebank.evidence.fault;

/** The kinds of banks in the kill matrix: what is to be found in each. */
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
