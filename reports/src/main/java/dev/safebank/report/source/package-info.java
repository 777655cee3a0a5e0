/**
 * A variant's own source, read from the class path beside its class: its story, its code with the
 * locking lines marked, and how its twin differs.
 */
package dev.safebank.report.source;
