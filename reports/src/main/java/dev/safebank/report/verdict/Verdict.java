package dev.safebank.report.verdict;

/** What the evidence says of one promise of one variant. */
public enum Verdict {
  /** No interleaving of any scenario breaks it, and none contains a data race. */
  PROVED(
      "Every interleaving of every program of the scope, and of every scenario that can break this"
          + " promise, was run. None broke it, and none contained a data race; so, by the guarantee"
          + " that the Java memory model gives to race-free programs (JLS 17.4.5), no conforming JVM"
          + " on any hardware can break it in these programs. The stress run saw no violation"
          + " either. The scope is named with the verdict.",
      "It says nothing of programs beyond the scope: more actors, more accounts, other calls."),

  /** Never violated, but not proved. */
  HELD(
      "Never violated in N samples: with 95% confidence, a run of the same kind violates it with a"
          + " probability of at most 3/N (the rule of three).",
      "It is no proof. An exploration was bounded or did not run, or the variant races on purpose;"
          + " another machine, JVM or load may yet show a violation."),

  /** Violated. */
  BROKEN(
      "Violated: an interleaving was found that leads to it, or it was seen under stress, or both."
          + " Where the promise broke because actors waited forever, the cell says DEADLOCK (a"
          + " cycle of waiting) or STUCK (no cycle, and no thread can continue).",
      "How often it happened says little of how often it would happen in a program of yours."),

  /** Unknown, and never counted as good. */
  UNTESTED(
      "Evidence is missing, was skipped (too few CPUs) or failed. It never counts as good.",
      "Nothing is known, in either direction.");

  private final String meaning;
  private final String limits;

  Verdict(String meaning, String limits) {
    this.meaning = meaning;
    this.limits = limits;
  }

  /** The meaning of the verdict, in plain sentences. */
  public String meaning() {
    return meaning;
  }

  /** The limits of the verdict: what it does not say. */
  public String limits() {
    return limits;
  }
}
