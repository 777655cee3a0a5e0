/** {@code verdicts.json}: written, read back, and refused if it is of another version. */
package dev.safebank.report.verdict;
