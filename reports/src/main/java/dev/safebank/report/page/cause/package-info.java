/** Why promises are broken: for each the smallest witness there is, and the lines that it names. */
package dev.safebank.report.page.cause;
