/** The choice of the shard that this process runs, by its user or by the job system. */
package dev.safebank.stress.shard;
