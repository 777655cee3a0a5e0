package dev.safebank.stress.evidence;

/** How far an evidence file goes. Everything before its end is whole, whichever end it is. */
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

  /** The run was stopped between two records. */
  record NoTrailer(long records) implements Completeness {}

  /**
   * The run was stopped while it wrote a record; that one is lost.
   *
   * @param bytes how much there is of the line that was cut off
   */
  record TornLine(long records, long bytes) implements Completeness {}
}
