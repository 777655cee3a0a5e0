/** Where things are on a page: what their ids are made from, and which lines of code have one. */
package dev.safebank.report.page.link;
