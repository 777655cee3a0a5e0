/**
 * The parts of a {@link dev.safebank.evidence.ScopeRecord}: violations, races and limits that the
 * exploration of programs found.
 */
package dev.safebank.evidence.program;
