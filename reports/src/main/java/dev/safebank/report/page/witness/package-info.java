/**
 * Views of witnesses: an interleaving as columns, one per actor, and the state of the bank after
 * each step.
 */
package dev.safebank.report.page.witness;
