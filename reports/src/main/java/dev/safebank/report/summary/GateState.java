package dev.safebank.report.summary;

/** The state of the gate in a build, as far as the summary knows it. */
public enum GateState {
  /** No build is running: nothing was to be checked. */
  NOT_ASKED("This run does not pass the gate:"),
  /** It made all its checks, and fails the build if one is not passed. */
  CHECKED("The gate fails:"),
  /** It made all its checks, but the build ignores failures. */
  IGNORED("The gate fails, which this build ignores (-Dmaven.test.failure.ignore). This run says:"),
  /** It did not make its checks, so this build says nothing about the run. */
  SKIPPED("The gate was skipped. This run says:");

  private final String heading;

  GateState(String heading) {
    this.heading = heading;
  }

  /** The heading of the reasons for not passing. */
  String heading() {
    return heading;
  }
}
