package dev.safebank.evidence;

/** A record of one cell. */
public sealed interface CellRecord extends EvidenceRecord
    permits ForkRecord, ExplorationRecord, SkippedRecord {

  /** Binary name of the cell's test class. */
  String test();
}
