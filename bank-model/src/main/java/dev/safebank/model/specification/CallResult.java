package dev.safebank.model.specification;

import java.util.List;
import java.util.concurrent.Callable;

/** The result of a call. Results that the contract does not distinguish are equal. */
public sealed interface CallResult {

  /**
   * The call returned.
   *
   * @param value a {@link Boolean} or a {@link Long}; text, if another bank was called;
   *     {@link #NOTHING} if it returns nothing
   */
  record Returned(Object value) implements CallResult {

    /** What stands for the value of a call that returns nothing. */
    public static final String NOTHING = "done";

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * The call threw an exception.
   *
   * @param type the exception that the contract names, of which the one thrown is an instance; the
   *     class of the one thrown if the contract names none of its superclasses
   */
  record Threw(Class<? extends Throwable> type) implements CallResult {

    private static final List<Class<? extends Throwable>> NAMED_BY_THE_CONTRACT = List.of(
        IllegalArgumentException.class, ArithmeticException.class, InterruptedException.class);

    /** The result of a call that threw this. */
    static Threw of(Throwable thrown) {
      return ofType(thrown.getClass());
    }

    /** The result of a call that threw an exception of this class. */
    public static Threw ofType(Class<? extends Throwable> thrown) {
      return new Threw(NAMED_BY_THE_CONTRACT.stream()
          .filter(named -> named.isAssignableFrom(thrown))
          .findFirst()
          .orElse(thrown));
    }

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  /**
   * The call waited forever.
   *
   * @param waiting what it waited for
   */
  record NeverReturned(Wait waiting) implements CallResult {

    @Override
    public String toString() {
      return waiting == Wait.IN_A_CYCLE ? "DEADLOCK" : "STUCK";
    }
  }

  /**
   * The call ended in another way, which the contract never allows.
   *
   * @param text what was reported, e.g. the name of an exception that the contract does not know
   */
  record Unknown(String text) implements CallResult {

    @Override
    public String toString() {
      return text;
    }
  }

  /** What a call that never returns waits for. */
  enum Wait {
    /** For a lock whose owner waits, directly or not, for this call. */
    IN_A_CYCLE,
    /** For a lock that the same thread holds. */
    FOR_ITSELF,
    /** For a lock that a thread holds although its call has ended. */
    FOR_AN_ENDED_CALL,
    /** For a lock whose owner never returns itself. */
    FOR_A_BLOCKED_CALL,
    /** In no cycle; more is not known. */
    UNKNOWN
  }

  /** Makes a call and says how it ended. */
  static CallResult of(Callable<?> call) {
    try {
      return new Returned(call.call());
    } catch (Exception | Error thrown) {
      return Threw.of(thrown);
    }
  }
}
