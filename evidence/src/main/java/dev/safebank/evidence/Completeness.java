package dev.safebank.evidence;

/**
 * Whether an evidence file is complete or was cut short. The records that were read are intact in
 * either case.
 */
public sealed interface Completeness {

  /** The records read, the header included and the trailer not. */
  long records();

  /** Whether the run that wrote the file came to its end. */
  default boolean complete() {
    return this instanceof Complete;
  }

  /**
   * The run came to its end, and the file is as the run wrote it.
   *
   * @param trailer its last line, which was checked
   */
  record Complete(Trailer trailer) implements Completeness {
    @Override
    public long records() {
      return trailer.records();
    }
  }

  /** The run was stopped before its end; a record that was being written then is lost. */
  record CutShort(long records) implements Completeness {}
}
