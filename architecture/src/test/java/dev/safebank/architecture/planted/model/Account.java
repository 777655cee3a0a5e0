package dev.safebank.architecture.planted.model;

import dev.safebank.architecture.planted.evidence.Sample;

/** Depends on evidence, which depends on the model. */
public record Account(Sample sample) {}
