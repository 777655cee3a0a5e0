/**
 * The command line: errors, exit codes, options and output, shared by all programs.
 *
 * <p>A program reports what its user can correct in one line
 * ({@link dev.safebank.console.UserError}), and exits with 2;
 * {@link dev.safebank.console.CommandErrors} and {@link dev.safebank.console.CommandExecution} see
 * to that. {@link dev.safebank.console.NameFilter} chooses things by patterns of their names.
 * {@link dev.safebank.console.text} writes numbers, times and tables.
 */
package dev.safebank.console;
