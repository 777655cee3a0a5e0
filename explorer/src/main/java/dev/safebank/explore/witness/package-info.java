/**
 * Witnesses: runs one schedule again and records each step with the variable, the values and the
 * source line.
 */
package dev.safebank.explore.witness;
