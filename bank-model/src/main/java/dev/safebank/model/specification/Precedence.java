package dev.safebank.model.specification;

/**
 * A fact about one execution of a {@link Program}: one call ended before another began. An order of
 * the calls that explains the execution must keep to it.
 */
public record Precedence(CallPosition ended, CallPosition began) {}
