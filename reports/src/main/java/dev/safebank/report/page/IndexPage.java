package dev.safebank.report.page;

import dev.safebank.model.Promise;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.fault.KillMatrixReport;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.page.link.Links;
import dev.safebank.report.page.tour.Tour;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.ScenarioInfo;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The content of the index page.
 *
 * @param result the result in one sentence, and what stands against it
 * @param tour the way to the tour; empty if there is none
 * @param scope what the proofs are about, in words; empty if nothing is proved
 * @param groups the variants by how they did; none without variants
 * @param scenarios the scenarios that some variant was judged by
 * @param cells a row per variant: its cells, in the order of the scenarios
 * @param explored whether any cell was explored
 * @param background what stands behind the verdicts
 * @param price what is known of the price
 * @param cost the measurements; empty if there are none
 * @param faults the kill matrix, if there is one
 * @param oneFile whether the report is one file, and there is none beside it
 * @param command the command that runs it again; empty without evidence
 */
public record IndexPage(
    ResultBanner result,
    Optional<String> tour,
    Optional<String> scope,
    List<VariantGroup> groups,
    List<ScenarioInfo> scenarios,
    List<Row<CellBadge>> cells,
    boolean explored,
    List<Detail> background,
    CostReport price,
    Optional<CostSection> cost,
    KillMatrixReport faults,
    boolean oneFile,
    String command) {

  /**
   * A row of a matrix.
   *
   * @param variant its name
   * @param idea its idea in six words
   * @param href its page
   * @param chips empty where nothing was selected
   */
  public record Row<T>(String variant, String idea, String href, List<Optional<T>> chips) {}

  /**
   * A group of variants that behave alike, e.g. all that break a promise.
   *
   * @param word names it in a style sheet and in an id
   * @param title of the group
   * @param rows a row per variant: its verdicts, in the order of {@link Promise}
   */
  public record VariantGroup(String word, String title, List<Row<VerdictBadge>> rows) {}

  /** The groups of variants; those that need attention come first. */
  private enum Conduct {
    SURPRISING("Not as it claims, or not shown to be"),
    PROVED("Proved on every promise"),
    HELD("Never seen to break a promise, not all proved"),
    BROKEN("Breaks what it admits");

    private final String title;

    Conduct(String title) {
      this.title = title;
    }

    private static Conduct of(VariantVerdict variant) {
      if (!variant.behavesAsClaimed()) {
        return SURPRISING;
      }
      return variant.breaksAPromise() ? BROKEN : variant.provesEveryPromise() ? PROVED : HELD;
    }
  }

  static IndexPage of(Verdicts verdicts, CostReport price, Links links, KillMatrixReport faults) {
    List<ScenarioInfo> scenarios = verdicts.scenarios().stream()
        .filter(facts -> verdicts.variants().stream()
            .anyMatch(variant -> variant.scenario(facts.name()).isPresent()))
        .toList();
    Map<Conduct, List<Row<VerdictBadge>>> rows = new EnumMap<>(Conduct.class);
    List<Row<CellBadge>> cells = new ArrayList<>();
    for (VariantVerdict variant : verdicts.variants()) {
      String href = links.fromIndex(variant.name());
      rows.computeIfAbsent(Conduct.of(variant), first -> new ArrayList<>())
          .add(row(variant, href, chips(variant, links)));
      cells.add(row(variant, href, cellChips(variant, links, scenarios)));
    }
    return new IndexPage(
        ResultBanner.of(verdicts),
        Tour.variants().stream().anyMatch(links::has)
            ? Optional.of(links.tour())
            : Optional.empty(),
        scope(verdicts),
        groups(rows),
        scenarios,
        cells,
        verdicts.interleavings() > 0,
        RunDetails.of(verdicts),
        price,
        price.benchmarks().map(costs -> CostSection.of(costs, links)),
        faults,
        links.oneFile(),
        verdicts.run().map(run -> run.command()).orElse(""));
  }

  private static List<VariantGroup> groups(Map<Conduct, List<Row<VerdictBadge>>> rows) {
    return rows.entrySet().stream()
        .map(group -> new VariantGroup(
            group.getKey().name().toLowerCase(Locale.ROOT), group.getKey().title, group.getValue()))
        .toList();
  }

  private static Optional<String> scope(Verdicts verdicts) {
    return verdicts.variants().stream()
        .flatMap(variant -> variant.promises().stream())
        .flatMap(promise -> promise.scope().stream())
        .findFirst();
  }

  private static <T> Row<T> row(VariantVerdict variant, String href, List<Optional<T>> chips) {
    return new Row<>(variant.name(), variant.idea(), href, chips);
  }

  private static List<Optional<VerdictBadge>> chips(VariantVerdict variant, Links links) {
    return Arrays.stream(Promise.values())
        .map(promise -> variant
            .promise(promise)
            .map(verdict -> VerdictBadge.of(
                verdict,
                links.fromIndex(variant.name(), evidence(links.anchors(variant.name()), verdict)))))
        .toList();
  }

  private static String evidence(Anchors anchors, PromiseVerdict verdict) {
    return verdict.verdict() == Verdict.BROKEN
        ? anchors.why(verdict.promise())
        : anchors.promise(verdict.promise());
  }

  private static List<Optional<CellBadge>> cellChips(
      VariantVerdict variant, Links links, List<ScenarioInfo> scenarios) {
    Anchors anchors = links.anchors(variant.name());
    return scenarios.stream()
        .map(facts -> variant
            .scenario(facts.name())
            .map(cell -> CellBadge.of(
                cell, links.fromIndex(variant.name(), anchors.scenario(facts.name())))))
        .toList();
  }
}
