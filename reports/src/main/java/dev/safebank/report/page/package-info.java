/**
 * The pages that people read: {@link dev.safebank.report.page.PageRenderer} writes an index and a
 * page per variant from verdicts alone. What a page shows is worked out here; how it is set is in
 * the templates beside ({@code src/main/jte}), which escape all text by its context.
 */
package dev.safebank.report.page;
