package dev.safebank.stress.run.fork;

/** Why a fork overran its time. */
enum Overrun {
  /** By itself: it had the CPUs that it needed. */
  HUNG("overran its time although it had the CPUs that it needed"),
  /** It was stopped, or had to wait for CPUs that others used. */
  HELD_UP("overran its time, but was stopped or had too little of a CPU for most of it"),
  /** The system does not provide the information. */
  UNKNOWN("overran its time, and this system does not tell whether it had a CPU");

  private final String words;

  Overrun(String words) {
    this.words = words;
  }

  /** A description of the fork, for messages. */
  String words() {
    return words;
  }
}
