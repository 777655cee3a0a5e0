/**
 * All small programs of a bank, explored and compared with the specification: see
 * {@link dev.safebank.stress.program.ProgramExplorer}.
 */
package dev.safebank.stress.program;
