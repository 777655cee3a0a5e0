/**
 * The evidence that verdicts are computed from: its records and files, and their writer and reader.
 *
 * <p>An evidence file is NDJSON: one {@link dev.safebank.evidence.EvidenceRecord} per line, a
 * {@link dev.safebank.evidence.Header} first, a {@link dev.safebank.evidence.Trailer} last. Records
 * are appended as they happen, so a run that is cut short leaves a readable file: one without a
 * trailer, and therefore known to be incomplete.
 */
package dev.safebank.evidence;
