/**
 * Deadlock detection: who holds which resource, who waits for it, and whether threads wait for each
 * other in a cycle.
 */
package dev.safebank.explore.deadlock;
