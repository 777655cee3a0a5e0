/**
 * Parts of an {@link dev.safebank.evidence.ExplorationRecord}: witnesses with their steps and
 * waiting threads, and data races. They hold fields, not sentences; the report words them.
 */
package dev.safebank.evidence.witness;
