package dev.safebank.architecture.planted.report.page;

import dev.safebank.architecture.planted.evidence.Sample;

/** Shows evidence without its verdict. */
public record Widget(Sample sample) {}
