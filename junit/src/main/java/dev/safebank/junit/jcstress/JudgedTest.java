package dev.safebank.junit.jcstress;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.junit.program.Doubts;
import dev.safebank.junit.stress.SampledTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A jcstress test, judged: what was found, compared with what it declares. The tests of the engine
 * and the report say what is said here.
 *
 * @param declared its outcomes
 * @param exploration what exploring it has shown
 * @param sampled what stress has shown; empty if it is not stressed
 */
public record JudgedTest(
    DeclaredOutcomes declared, Exploration exploration, Optional<SampledTest> sampled) {

  private static final String FAILURE = "FAILED: ";

  /** All that stands against the test; it fails if there is anything. */
  public List<TestObjection> objections() {
    return Stream.of(
            againstExploration().stream(),
            declared.declared().stream().flatMap(outcome -> against(outcome).stream()),
            againstStress().stream())
        .flatMap(objections -> objections)
        .toList();
  }

  /** Why the test is not proved, apart from that; it is undecided if there is anything. */
  public List<String> doubts() {
    return Stream.of(doubtOfExploration(), doubtOfStress())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Outcomes, deadlocks and exceptions that interleavings lead to and nobody declares. */
  public List<TestObjection> againstExploration() {
    return exploration.outcomes().values().stream()
        .filter(this::isUndeclared)
        .map(outcome -> TestObjection.of(sentence(outcome), outcome.witness()))
        .toList();
  }

  /** Why there may be more outcomes than were explored; empty if there are not. */
  public Optional<String> doubtOfExploration() {
    return exploration.provesOutcomes()
        ? Optional.empty()
        : Optional.of("There may be other outcomes: " + Doubts.of(exploration) + ".");
  }

  private boolean isUndeclared(ReachedOutcome outcome) {
    return isFault(outcome)
        ? declared.naming(outcome.outcome()).isEmpty()
        : declared.of(outcome.outcome()).isEmpty();
  }

  /** Whether actors wait for ever, or one threw: results that no test counts on. */
  private static boolean isFault(ReachedOutcome outcome) {
    return outcome.end() != EndState.COMPLETED || outcome.outcome().startsWith(FAILURE);
  }

  private static String sentence(ReachedOutcome outcome) {
    if (outcome.end() != EndState.COMPLETED) {
      return outcome.outcome() + ": actors wait for ever.";
    }
    return isFault(outcome)
        ? outcome.outcome() + "."
        : "\"%s\" is possible, and no @Outcome declares it.".formatted(outcome.outcome());
  }

  /** The outcomes that a declaration speaks of and some interleaving leads to. */
  public List<ReachedOutcome> reached(DeclaredOutcome outcome) {
    return exploration.outcomes().values().stream()
        .filter(reached -> !isFault(reached) || outcome.names(reached.outcome()))
        .filter(
            reached -> declared.of(reached.outcome()).filter(outcome::equals).isPresent())
        .toList();
  }

  /** The outcomes that a declaration speaks of and stress has shown. */
  List<String> seen(DeclaredOutcome outcome) {
    return sampled.stream()
        .flatMap(samples -> samples.outcomes().keySet().stream())
        .filter(seen -> !isBlockage(seen) || outcome.names(seen))
        .filter(seen -> declared.of(seen).filter(outcome::equals).isPresent())
        .toList();
  }

  /** How often stress has shown these outcomes, a sentence each. */
  public List<String> sightings(DeclaredOutcome outcome) {
    return seen(outcome).stream()
        .map(seen ->
            "\"%s\" was seen in %s".formatted(seen, sampled.orElseThrow().sighting(seen)))
        .toList();
  }

  /** What shows that forbidden outcomes can be. */
  public List<TestObjection> against(DeclaredOutcome outcome) {
    if (!outcome.forbids()) {
      return List.of();
    }
    String word = outcome.expect().name()
        + (outcome.description().isEmpty() ? "" : ": " + outcome.description());
    List<String> sightings = sightings(outcome);
    List<ReachedOutcome> reached = reached(outcome);
    if (reached.isEmpty()) {
      return sightings.stream()
          .map(seen -> TestObjection.of("%s, and is %s.".formatted(seen, word)))
          .toList();
    }
    String stressed = sightings.isEmpty() ? "" : " Under stress, " + sightings.get(0) + ".";
    return reached.stream()
        .map(each -> TestObjection.of(
            "\"%s\" is possible and %s.%s".formatted(each.outcome(), word, stressed),
            each.witness()))
        .toList();
  }

  /** Why a forbidden outcome that was not met may be; empty if it cannot be, or may. */
  public Optional<String> doubt(DeclaredOutcome outcome) {
    return !outcome.forbids() || exploration.provesOutcomes()
        ? Optional.empty()
        : Optional.of("%s was not reached, but may be: %s."
            .formatted(outcome.quoted(), Doubts.of(exploration)));
  }

  /** What is wrong with the stress run, or with what it has shown. */
  public List<TestObjection> againstStress() {
    if (sampled.isEmpty()) {
      return List.of();
    }
    SampledTest samples = sampled.get();
    List<TestObjection> objections = new ArrayList<>();
    samples.failure().or(samples::fault).map(TestObjection::of).ifPresent(objections::add);
    for (String outcome : samples.outcomes().keySet()) {
      if (isUndeclaredSight(outcome)) {
        objections.add(TestObjection.of(
            isBlockage(outcome)
                ? "%s: actors wait for ever, in %s.%s"
                    .formatted(outcome, samples.sighting(outcome), waits(samples))
                : "\"%s\" was seen in %s, and no @Outcome declares it."
                    .formatted(outcome, samples.sighting(outcome))));
      } else if (exploration.provesOutcomes() && !exploration.outcomes().containsKey(outcome)) {
        objections.add(TestObjection.of(
            "\"%s\" was seen in %s, UNEXPLAINED: no interleaving leads there, and there is no data race that could."
                .formatted(outcome, samples.sighting(outcome))));
      }
    }
    return objections;
  }

  /** Why stress has shown nothing although it was asked for; empty if it has. */
  public Optional<String> doubtOfStress() {
    return sampled.flatMap(SampledTest::reasonForNoSample).map(why -> "Not stressed: " + why);
  }

  /** The outcomes that no declaration speaks of, reached or seen. */
  List<String> undeclared() {
    return Stream.concat(
            exploration.outcomes().values().stream()
                .filter(this::isUndeclared)
                .map(ReachedOutcome::outcome),
            sampled.stream()
                .flatMap(samples -> samples.outcomes().keySet().stream())
                .filter(this::isUndeclaredSight))
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isUndeclaredSight(String outcome) {
    return isBlockage(outcome)
        ? declared.naming(outcome).isEmpty()
        : declared.of(outcome).isEmpty();
  }

  private static String waits(SampledTest sampled) {
    StringBuilder lines = new StringBuilder();
    sampled.waits().forEach(line -> lines.append(System.lineSeparator()).append(line));
    return lines.toString();
  }

  /** Whether an outcome under stress says that actors never came back. */
  private static boolean isBlockage(String outcome) {
    for (BlockageKind kind : BlockageKind.values()) {
      if (kind.outcome().equals(outcome)) {
        return true;
      }
    }
    return false;
  }
}
