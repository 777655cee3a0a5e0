/**
 * From evidence to verdicts, as a pure function: no file, no clock, no class of a bank is needed.
 * {@link dev.safebank.report.judge.Judge} is the way in; it judges cells first
 * ({@link dev.safebank.report.judge.CellJudge}), then each variant's promises from its cells
 * ({@link dev.safebank.report.judge.PromiseJudge}).
 */
package dev.safebank.report.judge;
