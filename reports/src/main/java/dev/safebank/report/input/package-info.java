/** Reads evidence files, and selects and combines the records to judge. */
package dev.safebank.report.input;
