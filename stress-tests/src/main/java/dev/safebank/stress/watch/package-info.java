/**
 * The watchdog: detects deadlocks, stalls and endless calls of actors, and turns each into an
 * outcome.
 *
 * <p>It runs inside the forked JVM, beside the actors, and knows nothing of banks. It interrupts an
 * actor only when it is proved that the actor cannot continue, never because of a time-out, so a
 * slow or busy machine causes no false alarm. {@link dev.safebank.threads} has the proofs.
 */
package dev.safebank.stress.watch;
