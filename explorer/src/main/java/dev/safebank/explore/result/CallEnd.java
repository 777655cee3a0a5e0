package dev.safebank.explore.result;

import java.util.Optional;

/** How a call of an actor ended, or that it did not. */
public sealed interface CallEnd {

  /**
   * It returned.
   *
   * @param value what it returned, as text; empty if it returns nothing
   */
  record CompletedNormally(Optional<String> value) implements CallEnd {

    @Override
    public String toString() {
      return value.orElse("returned");
    }
  }

  /**
   * It threw.
   *
   * @param type binary class name of what it threw
   * @param message its message; empty if it has none
   */
  record CompletedAbruptly(String type, Optional<String> message) implements CallEnd {

    @Override
    public String toString() {
      return type.substring(type.lastIndexOf('.') + 1)
          + message.map(words -> "(" + words + ")").orElse("");
    }
  }

  /**
   * It waits forever.
   *
   * @param reason for what
   */
  record Waits(WaitReason reason) implements CallEnd {

    @Override
    public String toString() {
      return reason == WaitReason.IN_A_CYCLE ? EndState.DEADLOCK.name() : EndState.STUCK.name();
    }
  }
}
