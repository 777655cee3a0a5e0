/**
 * The verdicts on jcstress tests, which declare their outcomes themselves. As
 * {@link dev.safebank.report.verdict}, they know no evidence.
 */
package dev.safebank.report.verdict.jcstress;
