package dev.safebank.architecture.planted.benchmarks;

import dev.safebank.architecture.planted.stress.Run;

/** Depends on the stress tests. */
public record Cost(Run run) {}
