/** How numbers and foreign text are written for people, on a terminal and on a page alike. */
package dev.safebank.report.words;
