package dev.safebank.report.verdict.jcstress;

/** What the evidence says of a jcstress test as a whole. */
public enum TestStatus {
  /** It shows what it must not. */
  FAILED(
      "An outcome that is forbidden, or that nothing declares, can be reached or was seen; or the"
          + " test could not be run."),

  /** Neither proved nor refuted, and never counted as good. */
  UNDECIDED(
      "Nothing wrong was found, but there may be more than was explored, or the stress run that was"
          + " asked for showed nothing. It never counts as good."),

  /** What is known is of other classes, or of another JVM or machine. */
  OUTDATED("What was found before is not of these classes, this JVM and this machine."),

  /** Nothing but what is declared can happen, and nothing that is forbidden. */
  PROVED("Every interleaving was run. None leads to an outcome that is forbidden or not declared,"
      + " and none contains a data race; so no conforming JVM on any hardware can show one (JLS"
      + " 17.4.5). Nor did stress, if the test was stressed.");

  private final String meaning;

  TestStatus(String meaning) {
    this.meaning = meaning;
  }

  /** The meaning in plain sentences. */
  public String meaning() {
    return meaning;
  }
}
