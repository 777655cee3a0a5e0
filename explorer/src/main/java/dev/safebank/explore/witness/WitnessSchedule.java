package dev.safebank.explore.witness;

import dev.safebank.explore.finding.Schedule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that determines an execution of a test, as text that needs no quoting in a shell, e.g.
 * {@code 0x3-c1-1-0.1_2}: who moves, step by step, and what the exploration had learnt of the
 * program by then.
 *
 * <p>A step is the actor's index; behind a dot, which of several alternatives happened, if it was
 * not the first; behind an {@code x}, how many such steps follow each other. A {@code c} stands
 * where something is chosen without a step, with which of the possibilities it was. Behind the
 * first underscore stands, as a bit set in hexadecimal, at which places of the source the variables
 * are first accessed that count as shared, in the order in which the execution comes to these
 * places; the highest bit only marks the end. Behind a second one, {@code i} says that threads are
 * interrupted, {@code a} that the arbiter is a thread from the start.
 *
 * @param steps who moves
 * @param shared for each place where some variable is first accessed, whether such variables are
 *     shared
 * @param interrupts whether the test interrupts threads
 * @param arbiterThread whether the arbiter is a thread from the start
 */
public record WitnessSchedule(
    Schedule steps, List<Boolean> shared, boolean interrupts, boolean arbiterThread) {

  private static final Pattern FORM =
      Pattern.compile("(?<steps>[0-9cx.-]*)_(?<shared>[1-9a-f][0-9a-f]*)(_(?<flags>i?a|i))?");

  private static final Pattern STEP = Pattern.compile(
      "((?<actor>[0-9]{1,2})(\\.(?<alternative>[0-9]{1,4}))?|c(?<choice>[0-9]{1,4}))"
          + "(x(?<count>[0-9]{1,5}))?");

  private static final int HEXADECIMAL = 16;

  public WitnessSchedule {
    shared = List.copyOf(shared);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text has not that form
   */
  public static WitnessSchedule parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw malformed(text, "it should look like 0x3-c1-1-0.1_2");
    }
    String flags = form.group("flags") == null ? "" : form.group("flags");
    return new WitnessSchedule(
        new Schedule(steps(text, form.group("steps"))),
        bits(form.group("shared")),
        flags.contains("i"),
        flags.contains("a"));
  }

  private static int[] steps(String text, String words) {
    List<Integer> steps = new ArrayList<>();
    for (String word : words.isEmpty() ? new String[0] : words.split("-", -1)) {
      Matcher step = STEP.matcher(word);
      if (!step.matches()) {
        throw malformed(text, "\"%s\" is no step".formatted(word));
      }
      int next = step.group("choice") == null
          ? Schedule.step(number(step, "actor", 0), number(step, "alternative", 0))
          : Schedule.step(Schedule.CHOICE, number(step, "choice", 0));
      for (int i = number(step, "count", 1); i > 0; i--) {
        steps.add(next);
      }
    }
    return steps.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int number(Matcher step, String group, int otherwise) {
    return step.group(group) == null ? otherwise : Integer.parseInt(step.group(group));
  }

  private static IllegalArgumentException malformed(String text, String why) {
    return new IllegalArgumentException(
        "\"%s\" is no schedule of a witness: %s".formatted(text, why));
  }

  private static List<Boolean> bits(String hexadecimal) {
    BigInteger bits = new BigInteger(hexadecimal, HEXADECIMAL);
    List<Boolean> shared = new ArrayList<>();
    for (int i = 0; i < bits.bitLength() - 1; i++) {
      shared.add(bits.testBit(i));
    }
    return shared;
  }

  @Override
  public String toString() {
    String flags = (interrupts ? "i" : "") + (arbiterThread ? "a" : "");
    return stepsAsText() + "_" + sharedAsText() + (flags.isEmpty() ? "" : "_" + flags);
  }

  private String stepsAsText() {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < steps.length()) {
      int end = i + 1;
      while (end < steps.length() && isSame(i, end)) {
        end++;
      }
      text.append(text.isEmpty() ? "" : "-").append(stepAsText(i));
      text.append(end - i == 1 ? "" : "x" + (end - i));
      i = end;
    }
    return text.toString();
  }

  private String stepAsText(int i) {
    if (steps.actor(i) == Schedule.CHOICE) {
      return "c" + steps.alternative(i);
    }
    return steps.actor(i) + (steps.alternative(i) == 0 ? "" : "." + steps.alternative(i));
  }

  private boolean isSame(int one, int other) {
    return steps.actor(one) == steps.actor(other)
        && steps.alternative(one) == steps.alternative(other);
  }

  private String sharedAsText() {
    BigInteger bits = BigInteger.ONE.shiftLeft(shared.size());
    for (int i = 0; i < shared.size(); i++) {
      bits = shared.get(i) ? bits.setBit(i) : bits;
    }
    return bits.toString(HEXADECIMAL);
  }
}
