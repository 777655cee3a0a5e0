package dev.safebank.report.text;

import dev.safebank.report.verdict.VerdictAccess;
import dev.safebank.report.verdict.VerdictAction;
import dev.safebank.report.verdict.VerdictHolder;
import dev.safebank.report.verdict.VerdictLocation;
import dev.safebank.report.verdict.VerdictResource;
import dev.safebank.report.verdict.VerdictStep;
import dev.safebank.report.verdict.VerdictWait;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Describes steps, waits and racing accesses in words. */
public final class StepText {

  private StepText() {}

  /** What a step does, e.g. {@code bank.balances[0] 100 → 50}. */
  public static String of(VerdictStep step) {
    String variable = step.variable();
    return switch (step.action()) {
      case READ -> "reads " + variable + step.after().map(": "::concat).orElse("");
      case WRITE, UPDATE -> change(step);
      case COMPARE_AND_SET -> step.success().orElse(false) ? change(step) : failedComparison(step);
      case TRY_ACQUIRE ->
        "tries %s: %s"
            .formatted(variable, step.success().orElse(false) ? "takes it" : "not available");
      case CALL -> call(step);
      case ACQUIRE -> "locks " + variable;
      case RELEASE -> "unlocks " + variable;
      case WAIT -> "waits on " + variable;
      case REACQUIRE -> "locks %s again".formatted(variable);
      case NOTIFY -> "notifies " + variable;
      case AWAIT -> "awaits " + variable;
      case SPIN -> "spins on " + variable;
      case INITIALIZE -> "initialises " + variable;
      case INITIALIZED -> "has initialised " + variable;
      case START -> "starts " + variable;
      case BEGIN -> "begins";
      case END -> "ends";
    };
  }

  private static String call(VerdictStep step) {
    String call = "calls %s on %s".formatted(step.method().orElse(""), step.variable());
    return step.before().isEmpty() || step.before().equals(step.after())
        ? call
        : call + ": %s → %s".formatted(step.before().get(), step.after().orElse("?"));
  }

  private static String change(VerdictStep step) {
    return step.before().isEmpty() || step.after().isEmpty()
        ? "changes " + step.variable()
        : "%s %s → %s"
            .formatted(step.variable(), step.before().get(), step.after().get());
  }

  private static String failedComparison(VerdictStep step) {
    return "compares %s, sets nothing%s"
        .formatted(step.variable(), step.after().map(": "::concat).orElse(""));
  }

  /**
   * What an actor waits for forever, and who holds it.
   *
   * @param actors the actors' names, by index
   */
  public static String of(VerdictWait wait, List<String> actors) {
    String holders = wait.heldBy().stream()
        .map(holder -> of(holder, actors))
        .collect(Collectors.joining(" and "));
    return "waits forever for %s%s"
        .formatted(
            of(wait.kind(), wait.resource()), holders.isEmpty() ? "" : ", held by " + holders);
  }

  /** What an actor waits for, e.g. {@code the lock bank.locks[1]}. */
  public static String of(VerdictResource kind, String name) {
    return switch (kind) {
      case LOCK, MONITOR, READ_LOCK, WRITE_LOCK, STAMPED_LOCK, LATCH ->
        "the %s %s".formatted(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), name);
      case SEMAPHORE -> "a permit of " + name;
      case NOTIFICATION -> "a notification on " + name;
      case PARK_PERMIT -> "its park permit";
      case THREAD_END -> "the end of thread " + name;
      case CLASS_INITIALIZATION -> "the initialisation of class " + name;
      case VARIABLE -> "a change of " + name;
      case NOTHING -> "nothing: it loops forever";
    };
  }

  private static String of(VerdictHolder holder, List<String> actors) {
    return "%s%s (since %s)"
        .formatted(
            holder.actor().map(actors::get).orElse("the constructor"),
            holder.ended() ? ", which has ended" : "",
            of(holder.since()));
  }

  /** Who reads or writes, and where. */
  public static String of(VerdictAccess access) {
    return "%s %s at %s"
        .formatted(
            access.actor(),
            access.action() == VerdictAction.READ ? "reads" : "writes",
            of(access.where()));
  }

  /** File and line, e.g. {@code UnsafeBank.java:31}. */
  public static String of(VerdictLocation where) {
    return where.file() + ":" + where.line();
  }
}
