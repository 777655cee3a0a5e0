/** The summary on the terminal: the matrix, what went wrong, and the path of the report. */
package dev.safebank.report.summary;
