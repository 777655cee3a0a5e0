package dev.safebank.evidence.cost;

/** The content of a {@link ResultFile}. */
public sealed interface ResultRecord permits BenchmarkRun, OriginalProgramRun {

  /** Names the form of the file; it changes whenever the form does. */
  String schema();
}
