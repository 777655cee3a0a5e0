package dev.safebank.evidence.witness;

/** The action of one step of an interleaving. */
public enum RecordedAction {
  READ,
  WRITE,
  UPDATE,
  COMPARE_AND_SET,
  ACQUIRE,
  TRY_ACQUIRE,
  RELEASE,
  WAIT,
  REACQUIRE,
  NOTIFY,
  AWAIT,
  CALL,
  SPIN,
  INITIALIZE,
  INITIALIZED,
  START,
  BEGIN,
  END
}
