package dev.safebank.explore.result;

/** What a call waits for that never returns. */
public enum WaitReason {
  /** For something that is held by an actor that waits, directly or not, for this one. */
  IN_A_CYCLE,
  /** For something that the same actor holds, and took in the same call: it would wait alone. */
  FOR_ITSELF,
  /** For something that an actor holds although the call in which it was taken has ended. */
  FOR_AN_ENDED_CALL,
  /** For something that is held by an actor that waits forever itself. */
  FOR_A_BLOCKED_CALL,
  /** For something that has no known holder. */
  UNKNOWN
}
