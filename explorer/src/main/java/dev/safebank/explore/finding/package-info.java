/**
 * What an exploration has found out over all its executions: data races, relaxed accesses, calls
 * that it does not control, bounds that it met, and which memory locations threads share.
 */
package dev.safebank.explore.finding;
