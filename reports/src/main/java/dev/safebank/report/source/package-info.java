/**
 * A variant's source, read from the class path: its Javadoc, its code with the locking lines
 * marked, and the difference to its twin.
 */
package dev.safebank.report.source;
