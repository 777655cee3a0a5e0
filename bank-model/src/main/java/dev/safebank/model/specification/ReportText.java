package dev.safebank.model.specification;

import dev.safebank.model.specification.CallResult.NeverReturned;
import dev.safebank.model.specification.CallResult.Returned;
import dev.safebank.model.specification.CallResult.Threw;
import dev.safebank.model.specification.CallResult.Unknown;
import dev.safebank.model.specification.CallResult.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of a report: the results of all calls in the order of the actors, then the sums of
 * balances, as in {@code MOVED, REFUSED, 20}. A transfer is {@code MOVED}, {@code REFUSED} or
 * {@code FAILED} (midway), a validation its total, a call that waits forever {@code DEADLOCK} or
 * {@code STUCK}, and any other exception its simple class name.
 */
public final class ReportText {

  /** A transfer returned true. */
  public static final String MOVED = "MOVED";

  /** A transfer returned false. */
  public static final String REFUSED = "REFUSED";

  /** The hook threw midway, as the call says. */
  public static final String FAILED = "FAILED";

  private static final String SEPARATOR = ", ";

  private static final Map<String, CallResult> WORDS = Stream.of(
          new Returned(true),
          new Returned(false),
          new Threw(MidwayFailure.class),
          new Threw(IllegalArgumentException.class),
          new Threw(ArithmeticException.class),
          new Threw(InterruptedException.class),
          new NeverReturned(Wait.IN_A_CYCLE),
          new NeverReturned(Wait.UNKNOWN))
      .collect(Collectors.toMap(ReportText::of, result -> result));

  private ReportText() {}

  /** The word that a report has for a result. */
  public static String of(CallResult result) {
    if (result instanceof Returned returned && returned.value() instanceof Boolean moved) {
      return moved ? MOVED : REFUSED;
    }
    return result.equals(new Threw(MidwayFailure.class)) ? FAILED : result.toString();
  }

  /** The report of an outcome. */
  static String of(ReportedProgram reported, Outcome outcome) {
    return Stream.concat(
            outcome.results().stream().flatMap(List::stream).map(ReportText::of),
            reported.values(outcome).stream().map(String::valueOf))
        .collect(Collectors.joining(SEPARATOR));
  }

  /** The parts of a report. */
  record ReportParts(List<CallResult> results, List<Long> sums) {}

  /** Reads a report; empty if it is none of this program. */
  static Optional<ReportParts> read(ReportedProgram reported, String report) {
    List<CallPosition> calls = reported.positions();
    String[] words = report.split(SEPARATOR, -1);
    if (words.length != calls.size() + reported.sums().size()) {
      return Optional.empty();
    }
    List<CallResult> results = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      results.add(result(reported.program().call(calls.get(i)), words[i]));
    }
    List<Long> sums = new ArrayList<>();
    for (int i = calls.size(); i < words.length; i++) {
      Optional<Long> sum = number(words[i]);
      if (sum.isEmpty()) {
        return Optional.empty();
      }
      sums.add(sum.get());
    }
    return Optional.of(new ReportParts(results, sums));
  }

  private static CallResult result(Call call, String word) {
    boolean total = call.validates();
    CallResult result = total
        ? number(word).<CallResult>map(Returned::new).orElseGet(() -> WORDS.get(word))
        : WORDS.get(word);
    boolean ofTheWrongType =
        total && result instanceof Returned returned && returned.value() instanceof Boolean;
    return result == null || ofTheWrongType ? new Unknown(word) : result;
  }

  private static Optional<Long> number(String word) {
    try {
      return Optional.of(Long.parseLong(word));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
