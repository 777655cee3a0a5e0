/**
 * Finds deadlocks and stalls among threads of this JVM.
 *
 * <p>{@link dev.safebank.threads.ThreadDump} is what the threads of interest do at one moment, and
 * finds a cycle of threads that wait for each other's locks.
 * {@link dev.safebank.threads.StallProof} proves from several dumps that no thread can continue,
 * where there is no cycle. Neither depends on how much time passes, so a slow machine causes no
 * false alarm.
 */
package dev.safebank.threads;
