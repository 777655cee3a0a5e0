package dev.safebank.report.page;

/**
 * A name and its value, in a list of details.
 *
 * @param name of the detail
 * @param value of the detail, as text
 */
public record Detail(String name, String value) {}
