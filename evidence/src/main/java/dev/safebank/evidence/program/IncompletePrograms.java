package dev.safebank.evidence.program;

/**
 * Programs that were not explored to their end for the same reason.
 *
 * @param reason why, in words
 * @param programs how many
 * @param example the first of them
 */
public record IncompletePrograms(String reason, long programs, String example) {}
