/**
 * A run that is dealt out to several machines: which part each has, where it ran, and what it left.
 */
package dev.safebank.evidence.shard;
