package dev.safebank.model.specification;

import dev.safebank.model.Promise;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Classifies what is wrong with an outcome that is not serial, by the laws of the
 * {@linkplain Promise promises}.
 *
 * <p>What a failed transfer that was not undone leaves behind is not blamed on other promises: the
 * balances of its accounts, and a total without its amount.
 */
public final class AnomalyClassifier {

  private final ReportedProgram reported;
  private final List<Long> values;
  private final List<Outcome> serial;
  private final List<MadeCall> calls = new ArrayList<>();
  private final Set<AnomalyKind> kinds = EnumSet.noneOf(AnomalyKind.class);

  /** Results and values are in the order of the calls and of the sums. */
  private AnomalyClassifier(ReportedProgram reported, List<CallResult> results, List<Long> values) {
    this.reported = reported;
    this.values = values;
    this.serial = List.copyOf(Specification.serialOutcomes(reported.program()));
    Set<Integer> blocked = new HashSet<>();
    List<CallPosition> positions = reported.positions();
    for (int i = 0; i < positions.size(); i++) {
      CallPosition position = positions.get(i);
      if (!blocked.contains(position.actor())) {
        calls.add(new MadeCall(position, reported.program().call(position), results.get(i)));
        if (results.get(i) instanceof CallResult.NeverReturned) {
          blocked.add(position.actor());
        }
      }
    }
  }

  private static AnomalyClassifier of(Program program, Outcome outcome) {
    requireMatching(program, outcome);
    List<CallResult> results = new ArrayList<>();
    for (int actor = 0; actor < program.actors().size(); actor++) {
      List<CallResult> made = outcome.results().get(actor);
      results.addAll(made);
      int notMade = program.actors().get(actor).size() - made.size();
      results.addAll(Collections.nCopies(notMade, ReportedProgram.NOT_MADE));
    }
    return knowsBalances(program, outcome)
        ? new AnomalyClassifier(ReportedProgram.whole(program), results, outcome.balances())
        : new AnomalyClassifier(new ReportedProgram(program, List.of()), results, List.of());
  }

  /** A bank that waits forever may not tell its balances, and a faulty one tells too many. */
  private static boolean knowsBalances(Program program, Outcome outcome) {
    return outcome.balances().size() == program.openingBalances().size();
  }

  private static Optional<AnomalyClassifier> of(ReportedProgram reported, String report) {
    return ReportText.read(reported, report)
        .map(parts -> new AnomalyClassifier(reported, parts.results(), parts.sums()));
  }

  /**
   * What is wrong with an outcome of a program. Where balances are missing, or there are too many,
   * it is judged by its results; if all calls have returned, the bank had to tell its balances.
   *
   * @return empty if the outcome is serial
   * @throws IllegalArgumentException if the program cannot end in this outcome, because a result is
   *     missing or there is one too many
   */
  public static Set<AnomalyKind> classify(Program program, Outcome outcome) {
    AnomalyClassifier classifier = of(program, outcome);
    Set<AnomalyKind> kinds = classifier.classify();
    if (!knowsBalances(program, outcome) && classifier.allReturned()) {
      kinds.add(AnomalyKind.FORBIDDEN_RESULT);
    }
    return kinds;
  }

  /**
   * What is wrong with an outcome, as far as its report tells. A report that is none of this
   * program is a forbidden result.
   *
   * @param report in the {@linkplain ReportText form of a report}
   * @return empty if the specification allows it
   */
  public static Set<AnomalyKind> classify(ReportedProgram reported, String report) {
    return of(reported, report)
        .map(AnomalyClassifier::classify)
        .orElseGet(() -> EnumSet.of(AnomalyKind.FORBIDDEN_RESULT));
  }

  /**
   * The calls whose results the specification gives for them in no serial order: those to name in a
   * message about an outcome that breaks the contract.
   */
  public static List<CallPosition> unspecifiedResults(Program program, Outcome outcome) {
    return of(program, outcome).unspecifiedCalls().stream()
        .map(MadeCall::position)
        .toList();
  }

  /**
   * What is wrong with an execution of which nothing is known but who waits forever, and for what.
   * All other calls have ended, those that fail midway by failing.
   *
   * @param waits by the index of the actor
   */
  public static Set<AnomalyKind> classify(Program program, Map<Integer, CallResult.Wait> waits) {
    ReportedProgram reported = new ReportedProgram(program, List.of());
    List<CallResult> results = reported.positions().stream()
        .map(position -> resultBesideWaits(program.call(position), position.actor(), waits))
        .toList();
    AnomalyClassifier classifier = new AnomalyClassifier(reported, results, List.of());
    classifier.classifyWaits();
    return classifier.kinds;
  }

  /** A waiting actor is taken to wait in the first of its calls. */
  private static CallResult resultBesideWaits(
      Call call, int actor, Map<Integer, CallResult.Wait> waits) {
    if (waits.containsKey(actor)) {
      return new CallResult.NeverReturned(waits.get(actor));
    }
    return call.failsMidway()
        ? new CallResult.Threw(MidwayFailure.class)
        : new CallResult.Unknown("ended");
  }

  /**
   * What a reported outcome is, beside what the specification allows, in words: the calls whose
   * results are wrong in themselves, or all if only their combination is.
   */
  public static String contrast(ReportedProgram reported, String report) {
    return of(reported, report)
        .map(AnomalyClassifier::contrast)
        .orElseGet(() -> "%s: the specification allows %s"
            .formatted(reported.program(), quoted(reported.serialOutcomes())));
  }

  private String contrast() {
    List<MadeCall> unspecified = unspecifiedCalls();
    if (unspecified.isEmpty()) {
      return calls.stream().map(MadeCall::toString).collect(Collectors.joining(" and "))
          + (values.isEmpty() ? "" : ", and left " + values)
          + "; the specification allows "
          + quoted(reported.serialOutcomes());
    }
    return unspecified.stream()
        .map(call -> call + " where the specification allows "
            + specified(call).stream().map(ReportText::of).collect(Collectors.joining(" or ")))
        .collect(Collectors.joining(", and "));
  }

  private static String quoted(Set<String> reports) {
    return reports.stream().map(report -> '"' + report + '"').collect(Collectors.joining(" or "));
  }

  private List<MadeCall> unspecifiedCalls() {
    return calls.stream()
        .filter(call -> !specified(call).contains(call.result()))
        .toList();
  }

  private Set<AnomalyKind> classify() {
    if (!isSerial()) {
      findKinds();
    }
    return kinds;
  }

  private boolean isSerial() {
    List<CallResult> results = calls.stream().map(MadeCall::result).toList();
    return serial.stream()
        .anyMatch(
            outcome -> outcome.results().stream().flatMap(List::stream).toList().equals(results)
                && reported.values(outcome).equals(values));
  }

  private void findKinds() {
    classifyWaits();
    boolean allReturned = allReturned();
    if (anyOverdraft()) {
      kinds.add(AnomalyKind.OVERDRAFT);
    }
    if (allReturned) {
      kinds.addAll(new FinalBalances(reported, values, calls).anomalies());
    }
    boolean mayBeShort = !allReturned || kinds.contains(AnomalyKind.NOT_UNDONE);
    if (calls.stream().anyMatch(call -> torn(call, mayBeShort))) {
      kinds.add(AnomalyKind.TORN_TOTAL);
    }
    if (calls.stream().anyMatch(this::forbidden)) {
      kinds.add(AnomalyKind.FORBIDDEN_RESULT);
    }
    if (kinds.isEmpty()) {
      kinds.add(
          unspecifiedCalls().isEmpty() ? AnomalyKind.NOT_SERIAL : AnomalyKind.UNSPECIFIED_RESULT);
    }
  }

  private boolean allReturned() {
    return calls.stream().noneMatch(call -> call.result() instanceof CallResult.NeverReturned);
  }

  private boolean anyOverdraft() {
    return IntStream.range(0, values.size())
        .anyMatch(sum -> reported.sums().get(sum).size() == 1 && values.get(sum) < 0);
  }

  private void classifyWaits() {
    List<CallResult.Wait> waits = calls.stream()
        .map(MadeCall::result)
        .filter(CallResult.NeverReturned.class::isInstance)
        .map(result -> ((CallResult.NeverReturned) result).waiting())
        .toList();
    boolean somethingFailed = calls.stream().anyMatch(MadeCall::failed);
    for (MadeCall call : calls) {
      if (call.result() instanceof CallResult.NeverReturned blocked) {
        switch (blocked.waiting()) {
          case IN_A_CYCLE -> kinds.add(AnomalyKind.DEADLOCK);
          case FOR_ITSELF ->
            kinds.add(call.validatesInside() ? AnomalyKind.NOT_NESTED : AnomalyKind.STUCK);
          case FOR_AN_ENDED_CALL ->
            kinds.add(somethingThrew() ? AnomalyKind.NOT_RELEASED : AnomalyKind.STUCK);
          case FOR_A_BLOCKED_CALL -> {} // a consequence of what blocks that one
          case UNKNOWN -> {}
        }
      }
    }
    if (waits.contains(CallResult.Wait.UNKNOWN) && kinds.isEmpty()) {
      kinds.add(unknownWait(somethingFailed));
    }
  }

  /** Whether a call ended abruptly, be it refused: it may have kept what it had taken. */
  private boolean somethingThrew() {
    return calls.stream().anyMatch(call -> call.result() instanceof CallResult.Threw);
  }

  /** The likeliest reason for calls to wait of which no more is known. */
  private AnomalyKind unknownWait(boolean somethingFailed) {
    boolean validatorWaitsInside = calls.stream()
        .anyMatch(
            call -> call.validatesInside() && call.result() instanceof CallResult.NeverReturned);
    if (somethingFailed) {
      return AnomalyKind.NOT_RELEASED;
    }
    return validatorWaitsInside ? AnomalyKind.NOT_NESTED : AnomalyKind.STUCK;
  }

  /**
   * Whether a validator read a wrong total, or one that overflows without need.
   *
   * @param mayBeShort whether the amounts of failed transfers may be missing from it
   */
  private boolean torn(MadeCall call, boolean mayBeShort) {
    if (call.result() instanceof CallResult.Returned returned
        && returned.value() instanceof Long total) {
      Set<BigInteger> right = new HashSet<>(Set.of(openingTotal()));
      if (mayBeShort) {
        calls.stream()
            .filter(MadeCall::failed)
            .forEach(failed ->
                new ArrayList<>(right).forEach(sum -> right.add(sum.subtract(failed.amount()))));
      }
      return !right.contains(BigInteger.valueOf(total));
    }
    return call.call().validates()
        && call.result().equals(new CallResult.Threw(ArithmeticException.class))
        && !specified(call).contains(call.result());
  }

  private BigInteger openingTotal() {
    return reported.program().openingBalances().stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Whether a call ended as no call of its kind ever does, or not with these arguments. */
  private boolean forbidden(MadeCall call) {
    boolean possible = call.result() instanceof CallResult.NeverReturned
        || specified(call).contains(call.result())
        || call.isOfItsKind();
    return !possible;
  }

  /** What a call gives in the serial outcomes. */
  private Set<CallResult> specified(MadeCall call) {
    Set<CallResult> results = new LinkedHashSet<>();
    serial.forEach(right -> results.add(
        right.results().get(call.position().actor()).get(call.position().index())));
    return results;
  }

  private static void requireMatching(Program program, Outcome outcome) {
    boolean matching = outcome.results().size() == program.actors().size();
    for (int actor = 0; matching && actor < program.actors().size(); actor++) {
      List<CallResult> results = outcome.results().get(actor);
      int made = results.size();
      boolean blocked = made > 0 && results.get(made - 1) instanceof CallResult.NeverReturned;
      int calls = program.actors().get(actor).size();
      matching = blocked ? made <= calls : made == calls;
    }
    if (!matching) {
      throw new IllegalArgumentException(program + " cannot end in " + outcome);
    }
  }
}
