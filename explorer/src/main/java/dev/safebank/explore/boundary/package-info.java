/**
 * The boundary of the explored program: what calls into code that is not instrumented do to memory
 * that threads share.
 *
 * <p>{@link dev.safebank.explore.boundary.BoundaryRules} knows, by declaring class and method,
 * which operands a call reads or writes, and by class, how another thread can feel that. What it
 * does not name is not controlled: nothing is harmless by default.
 */
package dev.safebank.explore.boundary;
