package dev.safebank.explore;

import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.RacingAccess;
import dev.safebank.explore.result.ResourceHolder;
import dev.safebank.explore.result.StepAction;
import dev.safebank.explore.result.WaitingActor;
import dev.safebank.explore.result.Witness;
import dev.safebank.explore.result.WitnessStep;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a witness as lanes of text: a column for each actor, a line for each step. */
public final class WitnessText {

  private static final int WIDEST = 60;

  private WitnessText() {}

  /** The witness's steps from top to bottom, each in its actor's lane, and who waits at the end. */
  public static String draw(Witness witness) {
    int[] widths = widths(witness);
    StringBuilder text = new StringBuilder();
    line(text, widths, witness.actors());
    for (WitnessStep step : witness.steps()) {
      lane(text, widths, step);
    }
    witness.waiting().forEach(actor -> text.append(words(witness, actor)).append('\n'));
    return text.toString();
  }

  /** A step in words, e.g. {@code bank.balances[0] 100 → 50}. */
  public static String words(WitnessStep step) {
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

  private static String call(WitnessStep step) {
    String call = "calls %s on %s".formatted(step.method().orElse(""), step.variable());
    return step.before().isEmpty() || step.before().equals(step.after())
        ? call
        : call + ": %s → %s".formatted(step.before().get(), step.after().orElse("?"));
  }

  private static String change(WitnessStep step) {
    return step.before().isEmpty() || step.after().isEmpty()
        ? "changes " + step.variable()
        : "%s %s → %s"
            .formatted(step.variable(), step.before().get(), step.after().get());
  }

  private static String failedComparison(WitnessStep step) {
    return "compares %s, sets nothing%s"
        .formatted(step.variable(), step.after().map(": "::concat).orElse(""));
  }

  /** Who waits where for what, and who holds it. */
  public static String words(Witness witness, WaitingActor actor) {
    String holders = actor.heldBy().stream()
        .map(holder -> words(witness, holder))
        .collect(Collectors.joining(" and "));
    return "%s waits at %s for %s%s"
        .formatted(
            witness.actors().get(actor.actor()),
            actor.where(),
            resource(actor),
            holders.isEmpty() ? "" : ", held by " + holders);
  }

  private static String resource(WaitingActor actor) {
    String name = actor.resource();
    return switch (actor.kind()) {
      case LOCK, MONITOR, READ_LOCK, WRITE_LOCK, STAMPED_LOCK, LATCH ->
        "the %s %s".formatted(actor.kind(), name);
      case SEMAPHORE -> "a permit of " + name;
      case NOTIFICATION -> "a notification on " + name;
      case PARK_PERMIT -> "its park permit";
      case THREAD_END -> "the end of thread " + name;
      case CLASS_INITIALIZATION -> "the initialisation of class " + name;
      case VARIABLE -> "a change of " + name;
      case NOTHING -> "nothing: it loops forever";
    };
  }

  private static String words(Witness witness, ResourceHolder holder) {
    return "%s%s (since %s)"
        .formatted(
            holder.actor().map(witness.actors()::get).orElse("the constructor"),
            holder.ended() ? ", which has ended" : "",
            holder.since());
  }

  /** A data race in one line. */
  public static String words(DataRace race) {
    List<String> actors = race.witness().actors();
    return "%s: %s, %s"
        .formatted(race.variable(), words(actors, race.first()), words(actors, race.second()));
  }

  private static String words(List<String> actors, RacingAccess access) {
    return "%s %s at %s"
        .formatted(
            actors.get(access.actor()),
            access.action() == StepAction.READ ? "reads" : "writes",
            access.where());
  }

  private static int[] widths(Witness witness) {
    int[] widths = new int[witness.actors().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = witness.actors().get(i).length();
    }
    for (WitnessStep step : witness.steps()) {
      int width = Math.min(withLocation(step).length(), WIDEST);
      widths[step.actor()] = Math.max(widths[step.actor()], width);
    }
    return widths;
  }

  private static void line(StringBuilder text, int[] widths, List<String> names) {
    for (int i = 0; i < widths.length; i++) {
      pad(text, names.get(i), i == widths.length - 1 ? 0 : widths[i] + 2);
    }
    text.append('\n');
  }

  private static void lane(StringBuilder text, int[] widths, WitnessStep step) {
    for (int i = 0; i < step.actor(); i++) {
      pad(text, "", widths[i] + 2);
    }
    text.append(withLocation(step)).append('\n');
  }

  private static String withLocation(WitnessStep step) {
    return words(step) + "  (" + step.where() + ")";
  }

  private static void pad(StringBuilder text, String word, int width) {
    text.append(word).append(" ".repeat(Math.max(0, width - word.length())));
  }
}
