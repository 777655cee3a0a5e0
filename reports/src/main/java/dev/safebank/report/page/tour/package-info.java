/**
 * The tour: the variants explained in a few chapters, with the results of one run. What is shown is
 * declared in {@link dev.safebank.report.page.tour.Chapter}.
 */
package dev.safebank.report.page.tour;
