/** Sentences about a run, and text of evidence made safe, for terminal and page alike. */
package dev.safebank.report.text;
