/**
 * Links: the ids of elements, the addresses of pages, and the lines of code that can be linked to.
 */
package dev.safebank.report.page.link;
