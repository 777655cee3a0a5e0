/** The machines and platforms of a run that was dealt out to several machines. */
package dev.safebank.report.verdict.fleet;
