/** Two runs side by side: what changed from one to the other, and whether anyone must look. */
package dev.safebank.report.compare;
