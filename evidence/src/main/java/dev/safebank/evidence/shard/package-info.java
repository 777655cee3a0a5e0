/**
 * Shards: the parts of a run that is distributed over several machines, with their manifests and
 * evidence.
 */
package dev.safebank.evidence.shard;
