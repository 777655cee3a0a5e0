package dev.safebank.architecture.planted.faults;

import dev.safebank.architecture.planted.report.Page;

/** Knows how faults are shown. */
public record Mutant(Page page) {}
