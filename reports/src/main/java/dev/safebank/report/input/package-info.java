/** Evidence files, read and brought together into one set of facts to judge. */
package dev.safebank.report.input;
