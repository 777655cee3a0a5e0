/**
 * From evidence to verdicts, and from verdicts to what people and builds read. Data flows one way:
 * {@code input} reads evidence, {@code judge} turns it into the values of {@code verdict}, and from
 * these alone come {@code verdicts.json}, the pages ({@code page}), the {@code summary} on the
 * terminal, and the checks of the {@code gate}.
 */
package dev.safebank.report;
