package dev.safebank.stress.program;

/** Is told how far the exploration of a scope has come. */
@FunctionalInterface
public interface ScopeListener {

  /** Wants to know nothing. */
  ScopeListener NONE = programs -> {};

  /** So many programs of the scope are explored. */
  void explored(long programs);
}
