/**
 * Runs one execution of a program, step by step: its threads, its memory accesses, the
 * initialisation of its classes, and the choices of the environment, such as clocks.
 *
 * <p>{@link dev.safebank.explore.runtime.Execution} holds it together. A
 * {@link dev.safebank.explore.runtime.Scheduler} decides which thread goes on.
 */
package dev.safebank.explore.runtime;
