/**
 * The tour: the story of the bank in a few chapters, told from the evidence of one run. What is
 * shown is declared in {@link dev.safebank.report.page.tour.Chapter}.
 */
package dev.safebank.report.page.tour;
