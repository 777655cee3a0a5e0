/** The answer on a terminal: the matrix, what went wrong, and where the report lies. */
package dev.safebank.report.summary;
