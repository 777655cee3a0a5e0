/**
 * What instrumented code calls around calls into code that is not instrumented. It turns the rules
 * of {@link dev.safebank.explore.boundary} into accesses to memory.
 */
package dev.safebank.explore.hook.boundary;
