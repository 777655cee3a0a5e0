/**
 * The pages that people read: {@link dev.safebank.report.page.PageRenderer} writes an index and a
 * page per variant from verdicts alone. The content of a page is computed here; its layout is in
 * the templates ({@code src/main/jte}), which escape all text by its context.
 */
package dev.safebank.report.page;
