/** Which part of a run this process has: as its user says, or as the system says that runs it. */
package dev.safebank.stress.shard;
