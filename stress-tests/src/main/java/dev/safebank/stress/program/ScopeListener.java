package dev.safebank.stress.program;

/** Receives the progress of the exploration of a scope. */
@FunctionalInterface
public interface ScopeListener {

  /** Ignores all progress. */
  ScopeListener NONE = programs -> {};

  /** Called when this many programs of the scope are explored. */
  void explored(long programs);
}
