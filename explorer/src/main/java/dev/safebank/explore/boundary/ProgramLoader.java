package dev.safebank.explore.boundary;

/** A class loader whose classes are the explored program's own, and instrumented. */
public interface ProgramLoader {}
