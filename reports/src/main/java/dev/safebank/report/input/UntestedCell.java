package dev.safebank.report.input;

import dev.safebank.report.verdict.CellStatus;

/**
 * A cell that counts as untested whatever was recorded of it, and the reason.
 *
 * @param status what kind of evidence it has
 * @param reason why that does not count, in words
 * @param message the same as a sentence that names the way out; the same for all cells that have
 *     the same cause
 */
public record UntestedCell(CellStatus status, String reason, String message) {}
