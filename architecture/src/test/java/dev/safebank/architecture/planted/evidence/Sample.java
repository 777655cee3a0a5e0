package dev.safebank.architecture.planted.evidence;

import dev.safebank.architecture.planted.stress.Run;

/** Depends on those who write evidence. */
public record Sample(Run run) {}
