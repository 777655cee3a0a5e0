package dev.safebank.report.page;

import dev.safebank.report.source.CodeLine;
import dev.safebank.report.source.SourceText;
import dev.safebank.report.source.Story;
import dev.safebank.report.source.TwinDiff;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.words.Figures;
import dev.safebank.report.words.VisibleText;
import java.util.List;
import java.util.Optional;

/**
 * What a variant's page shows.
 *
 * @param variant what is known of it
 * @param links where the other pages are
 * @param before the variant before it in teaching order
 * @param after the variant after it
 * @param sentence what it keeps and breaks, in one sentence
 * @param reasons why it fails the build; empty if it does not
 * @param promises its verdicts
 * @param story what its Javadoc tells; empty if its source is not at hand
 * @param code its source; empty if it is not at hand
 * @param diff how its twin differs; empty without a twin whose source is at hand
 * @param scenarios the scenarios it was judged by
 * @param cost its price; empty if it was not measured
 */
public record VariantPage(
    VariantVerdict variant,
    Links links,
    Optional<String> before,
    Optional<String> after,
    String sentence,
    List<String> reasons,
    List<PromiseRow> promises,
    List<Story.Block> story,
    List<CodeLine> code,
    Optional<TwinDiff> diff,
    List<ScenarioSection> scenarios,
    Optional<VariantCost> cost) {

  private static final int LONGEST = 400;

  /**
   * A promise.
   *
   * @param chip its verdict
   * @param verdict what is known of it
   */
  public record PromiseRow(Chip chip, PromiseVerdict verdict) {

    /** The anchor of this row. */
    public String anchor() {
      return Links.anchor(verdict.promise());
    }
  }

  static VariantPage of(
      Verdicts verdicts,
      VariantVerdict variant,
      Price price,
      Links links,
      Optional<String> before,
      Optional<String> after) {
    Optional<SourceText> source = SourceText.find(variant.className());
    Optional<SourceText> twin =
        variant.twin().flatMap(verdicts::variant).flatMap(t -> SourceText.find(t.className()));
    return new VariantPage(
        variant,
        links,
        before,
        after,
        sentence(variant),
        variant.reasons().stream()
            .map(reason -> VisibleText.line(reason.message(), LONGEST))
            .toList(),
        variant.promises().stream()
            .map(promise -> new PromiseRow(Chip.of(promise, evidenceAnchor(promise)), promise))
            .toList(),
        source.map(SourceText::story).orElse(List.of()),
        source.map(SourceText::code).orElse(List.of()),
        source.flatMap(here -> twin.map(there -> TwinDiff.between(here, there))),
        variant.scenarios().stream()
            .flatMap(cell -> verdicts.scenario(cell.scenario()).stream()
                .map(facts -> ScenarioSection.of(facts, cell)))
            .toList(),
        price.costs().flatMap(costs -> VariantCost.of(costs, variant.name())));
  }

  private static String evidenceAnchor(PromiseVerdict promise) {
    return promise.scenarios().stream()
        .findFirst()
        .map(name -> "#" + Links.anchor(name))
        .orElse("#top");
  }

  private static String sentence(VariantVerdict variant) {
    long broken = variant.promises().stream()
        .filter(promise -> promise.verdict() == Verdict.BROKEN)
        .count();
    long judged = variant.promises().size();
    if (!variant.behavesAsClaimed()) {
      return "It does not behave as it claims, or the evidence does not show that it does.";
    }
    if (broken == 0) {
      return "It keeps every promise, as it claims.";
    }
    return "It breaks %d of %d promises, as it admits, and keeps the others."
        .formatted(broken, judged);
  }

  /** How long the source is, and how much of it is marked. */
  public String sourceSummary() {
    long locking = code.stream().filter(CodeLine::locking).count();
    String lines = Figures.count(code.size(), "line");
    return locking == 0
        ? lines + ", none of which locks anything"
        : lines + "; " + Figures.count(locking) + " that lock are marked";
  }
}
