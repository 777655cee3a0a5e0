/**
 * What the evidence says: the values that make up {@code verdicts.json}, from which the summary,
 * the pages and the gate are made. Nothing here computes a verdict; that is
 * {@link dev.safebank.report.judge.Judge}'s part.
 */
package dev.safebank.report.verdict;
