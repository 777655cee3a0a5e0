package dev.safebank.junit.stress;

import java.time.Duration;

/**
 * What a user asks for.
 *
 * @param budget how long to stress each class
 * @param again whether to stress also what there is evidence of already
 */
public record StressRequest(Duration budget, boolean again) {}
