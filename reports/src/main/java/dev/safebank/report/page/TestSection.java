package dev.safebank.report.page;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.report.page.link.LineLinks;
import dev.safebank.report.page.witness.WitnessSvg;
import dev.safebank.report.page.witness.WitnessView;
import dev.safebank.report.page.witness.WitnessViews;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.VerdictWitness;
import dev.safebank.report.verdict.jcstress.DeclarationVerdict;
import dev.safebank.report.verdict.jcstress.MetOutcome;
import dev.safebank.report.verdict.jcstress.TestStatus;
import dev.safebank.report.verdict.jcstress.TestVerdict;
import dev.safebank.report.verdict.jcstress.TestVerdicts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A jcstress test as a section of its page.
 *
 * @param id of this section
 * @param test what is known of it
 * @param witnesses that the explorer found; those of what must not be come first
 * @param races data races that the explorer found
 * @param blockages actors that wait forever, as stress met them
 */
public record TestSection(
    String id,
    TestVerdict test,
    List<TestWitness> witnesses,
    List<ScenarioSection.RaceSection> races,
    List<ScenarioSection.BlockageSection> blockages) {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
          "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);

  /**
   * A witness of an outcome.
   *
   * @param lanes its steps
   * @param wrong whether the outcome must not be
   * @param drawing the same, drawn, as a link that needs no file; empty if nothing is wrong
   */
  public record TestWitness(WitnessView lanes, boolean wrong, String drawing) {}

  static TestSection of(TestVerdict test, TestVerdicts verdicts, String id) {
    Set<String> wrong = test.outcomes().stream()
        .filter(TestSection::isBroken)
        .flatMap(declared -> declared.met().stream())
        .map(MetOutcome::outcome)
        .collect(Collectors.toSet());
    WitnessViews views = new WitnessViews(
        TestsPage.anchors(id), new LineLinks(test.test(), List.of(), TestsPage.anchors(id)));
    return new TestSection(
        id,
        test,
        test.witnesses().stream()
            .filter(VerdictWitness.Interleaving.class::isInstance)
            .map(VerdictWitness.Interleaving.class::cast)
            .sorted(Comparator.comparing(witness -> !wrong.contains(witness.outcome())))
            .map(witness -> witness(
                test,
                views.of(
                    witness,
                    Optional.empty(),
                    List.of(),
                    verdicts.replay(witness.schedule(), test.test())),
                wrong.contains(witness.outcome())))
            .toList(),
        test.exploration().map(ExplorationVerdict::races).orElse(List.of()).stream()
            .map(race -> new ScenarioSection.RaceSection(
                race, verdicts.replay(race.schedule(), test.test())))
            .toList(),
        ScenarioSection.BlockageSection.in(test.witnesses()));
  }

  private static TestWitness witness(TestVerdict test, WitnessView lanes, boolean wrong) {
    return new TestWitness(
        lanes, wrong, wrong ? WitnessSvg.dataUri(lanes, test.test() + ": " + lanes.outcome()) : "");
  }

  private static boolean isBroken(DeclarationVerdict declared) {
    return declared.verdict().filter(verdict -> verdict == Verdict.BROKEN).isPresent();
  }

  /** Its name without the package. */
  public String name() {
    return test.test().substring(test.test().lastIndexOf('.') + 1).replace('$', '.');
  }

  /** The class that sets the tone of its status. */
  public String tone() {
    return switch (test.status()) {
      case PROVED -> "proved";
      case FAILED -> "unexpected";
      case UNDECIDED, OUTDATED -> "untested";
    };
  }

  /** The symbol that goes with its status. */
  public String glyph() {
    return switch (test.status()) {
      case PROVED -> "#g-proved";
      case FAILED -> "#g-broken";
      case UNDECIDED, OUTDATED -> "#g-untested";
    };
  }

  /** Whether a reader should look at it. */
  public boolean remarkable() {
    return test.status() != TestStatus.PROVED;
  }

  /** The symbol that goes with the verdict on an outcome. */
  public static String glyph(Verdict verdict) {
    return "#g-" + verdict.name().toLowerCase(Locale.ROOT);
  }

  /** The class that sets the tone of the verdict on an outcome: all are to be impossible. */
  public static String tone(Verdict verdict) {
    return verdict == Verdict.BROKEN ? "unexpected" : verdict.name().toLowerCase(Locale.ROOT);
  }

  /** How many interleavings lead to what is declared, or a word where none does. */
  public String interleavings(DeclarationVerdict declared) {
    return declared.interleavings() > 0
        ? NumberFormats.count(declared.interleavings())
        : test.exploration().filter(ExplorationVerdict::complete).isPresent()
            ? "none"
            : "none found";
  }

  /** How often stress saw what is declared. */
  public String samples(DeclarationVerdict declared) {
    return declared.samples() == 0
        ? "never seen"
        : "%s (%s)"
            .formatted(
                NumberFormats.count(declared.samples()),
                declared.met().stream()
                    .flatMap(met -> met.configurations().keySet().stream())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", ")));
  }

  /** The outcomes that a declaration speaks of, where its own words do not name the one that is. */
  public List<String> met(DeclarationVerdict declared) {
    return declared.met().stream()
        .map(MetOutcome::outcome)
        .filter(outcome -> !declared.ids().equals(List.of(outcome)))
        .toList();
  }

  /** What was explored, in a few words. */
  public String explored() {
    return test.exploration()
        .map(explored -> NumberFormats.count(explored.interleavings(), "interleaving")
            + (explored.complete() ? "" : ", not all"))
        .orElse("not explored");
  }

  /** What was stressed, in a few words. */
  public String stressed() {
    return test.stress()
        .map(stress -> stress.reason().isEmpty()
            ? "%s in %s"
                .formatted(
                    NumberFormats.count(stress.samples(), "sample"),
                    NumberFormats.count(stress.forks(), "fork"))
            : "not stressed: " + stress.reason())
        .orElse("not stressed");
  }

  /** When this was found. */
  public String when() {
    return WHEN.format(test.explored());
  }
}
