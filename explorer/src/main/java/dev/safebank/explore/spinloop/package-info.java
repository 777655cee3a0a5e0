/**
 * Spin loops: tells when a thread goes round a loop without effect. What becomes of the thread is
 * decided by {@link dev.safebank.explore.runtime.SpinLoopHandler}.
 */
package dev.safebank.explore.spinloop;
