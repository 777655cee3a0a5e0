/**
 * Operations: what a thread does in one step, which memory locations it accesses, and what it waits
 * for.
 */
package dev.safebank.explore.operation;
