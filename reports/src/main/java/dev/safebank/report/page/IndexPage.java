package dev.safebank.report.page;

import dev.safebank.model.Promise;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.stress.evidence.ScenarioFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the index shows.
 *
 * @param result the result in one sentence, and what stands against it
 * @param promises a row per variant: its verdicts, in the order of {@link Promise}
 * @param scenarios the scenarios that some variant was judged by
 * @param cells a row per variant: its cells, in the order of the scenarios
 * @param explored whether any cell was explored
 * @param background what stands behind the verdicts
 * @param price what is known of the price
 * @param cost the measurements; empty if there are none
 * @param command the command that runs it again; empty without evidence
 */
public record IndexPage(
    Result result,
    List<Row<Chip>> promises,
    List<ScenarioFacts> scenarios,
    List<Row<CellChip>> cells,
    boolean explored,
    List<Fact> background,
    Price price,
    Optional<CostSection> cost,
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

  static IndexPage of(Verdicts verdicts, Price price, Links links) {
    List<ScenarioFacts> scenarios = verdicts.scenarios().stream()
        .filter(facts -> verdicts.variants().stream()
            .anyMatch(variant -> variant.scenario(facts.name()).isPresent()))
        .toList();
    List<Row<Chip>> promises = new ArrayList<>();
    List<Row<CellChip>> cells = new ArrayList<>();
    for (VariantVerdict variant : verdicts.variants()) {
      String href = links.fromIndex(variant.name());
      promises.add(row(variant, href, chips(variant, href)));
      cells.add(row(variant, href, cellChips(variant, href, scenarios)));
    }
    return new IndexPage(
        Result.of(verdicts),
        promises,
        scenarios,
        cells,
        verdicts.interleavings() > 0,
        Background.of(verdicts),
        price,
        price.costs().map(costs -> CostSection.of(costs, links)),
        verdicts.run().map(run -> run.command()).orElse(""));
  }

  private static <T> Row<T> row(VariantVerdict variant, String href, List<Optional<T>> chips) {
    return new Row<>(variant.name(), variant.idea(), href, chips);
  }

  private static List<Optional<Chip>> chips(VariantVerdict variant, String href) {
    return Arrays.stream(Promise.values())
        .map(promise -> variant
            .promise(promise)
            .map(verdict -> Chip.of(verdict, href + "#" + Links.anchor(promise))))
        .toList();
  }

  private static List<Optional<CellChip>> cellChips(
      VariantVerdict variant, String href, List<ScenarioFacts> scenarios) {
    return scenarios.stream()
        .map(facts -> variant
            .scenario(facts.name())
            .map(cell -> CellChip.of(cell, href + "#" + Links.anchor(facts.name()))))
        .toList();
  }
}
