/**
 * Witnesses as pages show them: an interleaving as columns, one per actor, and what the bank is
 * like after each of its steps.
 */
package dev.safebank.report.page.witness;
