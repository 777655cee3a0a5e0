package dev.safebank.explore.soundness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether an exploration keeps its word about a program.
 *
 * @param status the class of what is right or wrong
 * @param text what was got and what is expected, if it is wrong
 */
public record Judgement(Status status, String text) {

  /** What can be said of an exploration, worst first. */
  public enum Status {
    /** It claims that nothing else can happen, and is mistaken. */
    PROVED_WRONGLY(false),
    /** It claims to have run all interleavings, and misses an outcome or a race. */
    MISSED(false),
    /** It did not come back. */
    HANG(false),
    /** It threw something. */
    CRASH(false),
    /** It reports an outcome or a race that cannot be. */
    FALSE_ALARM(false),
    /** It is incomplete and does not say what made it so. */
    UNEXPLAINED(false),
    /** It is incomplete, and says so, on something that it has to control. */
    LOST(false),
    /** It is incomplete, and says so. */
    INCOMPLETE(true),
    /** Exact. */
    RIGHT(true);

    private final boolean good;

    Status(boolean good) {
      this.good = good;
    }

    /** Whether that is good enough. */
    public boolean isGood() {
      return good;
    }
  }

  /** A line of source, or a limit with its number. */
  private static final Pattern NAMES_SOMETHING = Pattern.compile("\\.java:\\d+|\\d");

  /** Judges what was observed. */
  public static Judgement of(Expect expected, Observation observed) {
    Status status = status(expected, observed);
    return new Judgement(status, status == Status.RIGHT ? "" : text(expected, observed));
  }

  private static Status status(Expect expected, Observation observed) {
    return switch (observed.ending()) {
      case HUNG -> Status.HANG;
      case CRASHED -> Status.CRASH;
      case REFUSED ->
        expected.mayBeRefused() && observed.text().lines().count() == 1
            ? Status.INCOMPLETE
            : Status.CRASH;
      case EXPLORED -> ofExploration(expected, observed);
    };
  }

  private static Status ofExploration(Expect expected, Observation observed) {
    boolean falseAlarm = !impossible(expected, observed).isEmpty()
        || (expected.races() == Expect.Races.NONE && !observed.races().isEmpty());
    boolean missed = !missing(expected, observed).isEmpty()
        || (expected.races() == Expect.Races.SOME && observed.races().isEmpty());
    if (observed.proves() && (falseAlarm || missed)) {
      return Status.PROVED_WRONGLY;
    }
    if (observed.complete()) {
      return missed ? Status.MISSED : falseAlarm ? Status.FALSE_ALARM : Status.RIGHT;
    }
    if (falseAlarm) {
      return Status.FALSE_ALARM;
    }
    if (observed.incomplete().stream()
        .noneMatch(reason -> NAMES_SOMETHING.matcher(reason).find())) {
      return Status.UNEXPLAINED;
    }
    return expected.mustProve() ? Status.LOST : Status.INCOMPLETE;
  }

  /** Outcomes that nothing allows. */
  static List<String> impossible(Expect expected, Observation observed) {
    List<String> allowed = Stream.of(expected.value(), expected.torn(), expected.mayAlso())
        .flatMap(Arrays::stream)
        .toList();
    return observed.outcomes().stream()
        .filter(outcome -> allowed.stream().noneMatch(each -> matches(each, outcome)))
        .toList();
  }

  private static List<String> missing(Expect expected, Observation observed) {
    List<String> required = new ArrayList<>(List.of(expected.value()));
    if (observed.races().isEmpty()) {
      required.addAll(List.of(expected.torn()));
    }
    return required.stream()
        .filter(each -> observed.outcomes().stream().noneMatch(outcome -> matches(each, outcome)))
        .toList();
  }

  private static boolean matches(String expected, String outcome) {
    if (expected.endsWith("*")) {
      return outcome.startsWith(expected.substring(0, expected.length() - 1));
    }
    return expected.equals("DEADLOCK|STUCK")
        ? Set.of("DEADLOCK", "STUCK").contains(outcome)
        : expected.equals(outcome);
  }

  private static String text(Expect expected, Observation observed) {
    StringBuilder text = new StringBuilder();
    if (observed.ending() == Observation.Ending.EXPLORED) {
      text.append("got      {")
          .append(String.join("; ", observed.outcomes()))
          .append(observed.proves() ? "} PROVES" : observed.complete() ? "} complete" : "}");
      text.append(observed.races().isEmpty() ? ", no race" : ", races");
    } else {
      text.append("got      ").append(observed.ending()).append(": ").append(observed.text());
    }
    text.append("\nexpected {").append(String.join("; ", expected.value())).append('}');
    append(text, ", torn {", expected.torn());
    append(text, ", may also {", expected.mayAlso());
    text.append(", races ").append(expected.races()).append(": ").append(expected.because());
    observed.races().forEach(race -> text.append("\nrace     ").append(race));
    observed.incomplete().forEach(reason -> text.append("\nbecause  ").append(reason));
    return text.toString();
  }

  private static void append(StringBuilder text, String before, String... outcomes) {
    if (outcomes.length > 0) {
      text.append(before).append(String.join("; ", outcomes)).append('}');
    }
  }
}
