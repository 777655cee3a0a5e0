/** The comparison of two runs: what changed, and whether it must be looked at. */
package dev.safebank.report.compare;
