package dev.safebank.report.page;

/**
 * A line of a table of facts.
 *
 * @param name what it is about
 * @param value what is so
 */
public record Detail(String name, String value) {}
