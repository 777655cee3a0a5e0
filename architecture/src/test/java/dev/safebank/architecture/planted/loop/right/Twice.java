package dev.safebank.architecture.planted.loop.right;

import dev.safebank.architecture.planted.loop.left.Left;

/** The other half of the cycle. */
public record Twice(Left other) {}
