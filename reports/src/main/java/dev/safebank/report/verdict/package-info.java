/**
 * The records of verdicts, and {@code verdicts.json}, which holds them; files of other versions are
 * rejected.
 */
package dev.safebank.report.verdict;
