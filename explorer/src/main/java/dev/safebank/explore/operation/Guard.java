package dev.safebank.explore.operation;

/** The condition under which an operation is enabled. Evaluating it must change nothing. */
@FunctionalInterface
public interface Guard {

  boolean isOpen();
}
