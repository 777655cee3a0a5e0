package dev.safebank.report.page.cause;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.console.text.TextSanitizer;
import dev.safebank.model.Promise;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.page.link.LineLinks;
import dev.safebank.report.page.witness.WitnessViews;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.ProgramFinding;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.ScopeVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses, for each broken promise of a variant, the finding that shows it best. */
public final class Causes {

  private static final int LONGEST = 400;

  private final Verdicts verdicts;
  private final VariantVerdict variant;
  private final Anchors anchors;
  private final LineLinks lines;
  private final WitnessViews views;

  private Causes(
      Verdicts verdicts,
      VariantVerdict variant,
      Anchors anchors,
      LineLinks lines,
      WitnessViews views) {
    this.verdicts = verdicts;
    this.variant = variant;
    this.anchors = anchors;
    this.lines = lines;
    this.views = views;
  }

  /**
   * The causes of all broken promises, those with a witness first; what one witness shows of
   * several is shown once.
   */
  public static List<Cause> of(
      Verdicts verdicts,
      VariantVerdict variant,
      Anchors anchors,
      LineLinks lines,
      WitnessViews views) {
    return of(verdicts, variant, EnumSet.allOf(Promise.class), anchors, lines, views);
  }

  /** The causes of those of these promises that are broken, in the same order. */
  public static List<Cause> of(
      Verdicts verdicts,
      VariantVerdict variant,
      Set<Promise> promises,
      Anchors anchors,
      LineLinks lines,
      WitnessViews views) {
    return new Causes(verdicts, variant, anchors, lines, views).of(promises);
  }

  private List<Cause> of(Set<Promise> selected) {
    Map<Candidate, List<PromiseVerdict>> promisesByCause = new LinkedHashMap<>();
    variant.promises().stream()
        .filter(promise -> promise.verdict() == Verdict.BROKEN)
        .filter(promise -> selected.contains(promise.promise()))
        .forEach(promise -> {
          List<Candidate> candidates = candidates(promise);
          promisesByCause.keySet().stream()
              .filter(candidates::contains)
              .findFirst()
              .or(() -> candidates.stream().min(Candidate.EASIEST))
              .ifPresent(cause -> promisesByCause
                  .computeIfAbsent(cause, first -> new ArrayList<>())
                  .add(promise));
        });
    List<Cause> causes = new ArrayList<>();
    for (boolean shown : new boolean[] {true, false}) {
      promisesByCause.forEach((candidate, promises) -> {
        if (candidate.witness().isPresent() == shown) {
          causes.add(cause(candidate, promises));
        }
      });
    }
    return causes;
  }

  private List<Candidate> candidates(PromiseVerdict promise) {
    return Stream.concat(
            promise.findings().stream().map(Candidate::of),
            variant.scenarios().stream()
                .flatMap(cell -> breaking(cell, promise.promise())
                    .flatMap(outcome -> verdicts.scenario(cell.scenario()).stream()
                        .map(facts -> Candidate.of(facts, cell, outcome)))))
        .toList();
  }

  private static Stream<OutcomeVerdict> breaking(CellVerdict cell, Promise promise) {
    return cell.outcomes().stream()
        .filter(OutcomeVerdict::witnessed)
        .filter(outcome -> outcome.breaks().contains(promise));
  }

  private Cause cause(Candidate shown, List<PromiseVerdict> promises) {
    return new Cause(
        promises,
        TextSanitizer.line(shown.meaning(), LONGEST),
        TextSanitizer.line(shown.text(), LONGEST),
        TextSanitizer.line(shown.ending(), LONGEST),
        shown
            .witness()
            .map(witness -> views.of(
                witness, shown.program(), shown.parts(), replay(witness.schedule(), shown))),
        shown.witness().map(witness -> BlamedLines.of(witness, lines)).orElse(List.of()),
        sightings(promises.get(0)));
  }

  private String replay(String schedule, Candidate shown) {
    return verdicts.run().map(run -> run.replay(schedule, shown.test())).orElse("");
  }

  private List<Cause.Sighting> sightings(PromiseVerdict promise) {
    List<Cause.Sighting> sightings = new ArrayList<>();
    for (ScopeVerdict scope : variant.scopes()) {
      long programs = scope.findings().stream()
          .filter(promise.findings()::contains)
          .mapToLong(ProgramFinding::programs)
          .max()
          .orElse(0);
      if (programs > 0) {
        sightings.add(new Cause.Sighting(
            "in %s of %s programs of %s"
                .formatted(
                    NumberFormats.count(programs),
                    NumberFormats.count(scope.programs()),
                    scope.scope()),
            ""));
      }
    }
    for (CellVerdict cell : variant.scenarios()) {
      long seen =
          breaking(cell, promise.promise()).mapToLong(OutcomeVerdict::samples).sum();
      if (seen > 0) {
        sightings.add(new Cause.Sighting(
            "in %s of %s of %s (%s)"
                .formatted(
                    NumberFormats.count(seen),
                    NumberFormats.count(cell.samples(), "sample"),
                    cell.scenario(),
                    NumberFormats.share(seen, cell.samples())),
            anchors.scenario(cell.scenario())));
      }
    }
    return sightings;
  }
}
