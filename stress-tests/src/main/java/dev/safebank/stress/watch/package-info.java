/**
 * The watchdog: makes an outcome of every wait that would never end.
 *
 * <p>It runs inside the forked JVM, beside the actors, and knows nothing of banks. It rules on
 * proof only, never on time passed, so that a slow or crowded machine cannot fool it.
 */
package dev.safebank.stress.watch;
