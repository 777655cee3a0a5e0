package dev.safebank.report.page;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.console.text.TextSanitizer;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.page.cause.Cause;
import dev.safebank.report.page.cause.Causes;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.page.link.LineLinks;
import dev.safebank.report.page.link.Links;
import dev.safebank.report.page.witness.WitnessSvg;
import dev.safebank.report.page.witness.WitnessView;
import dev.safebank.report.page.witness.WitnessViews;
import dev.safebank.report.source.CodeLine;
import dev.safebank.report.source.JavadocText;
import dev.safebank.report.source.SourceText;
import dev.safebank.report.source.TwinDiff;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The content of a variant's page.
 *
 * @param variant what is known of it
 * @param links where the other pages are
 * @param anchors the ids on this page
 * @param before the variant before it in teaching order
 * @param after the variant after it
 * @param sentence what it keeps and breaks, in one sentence
 * @param reasons why it fails the build; empty if it does not
 * @param causes how it breaks promises
 * @param fix what its Javadoc says of how to mend it; empty if it says nothing
 * @param promises its verdicts
 * @param story what its Javadoc tells; empty if its source is not at hand
 * @param code its source; empty if it is not at hand
 * @param diff how its twin differs; empty without a twin whose source is at hand
 * @param scenarios the scenarios it was judged by, those that show something first
 * @param cost its price; empty if it was not measured
 */
public record VariantPage(
    VariantVerdict variant,
    Links links,
    Anchors anchors,
    Optional<String> before,
    Optional<String> after,
    String sentence,
    List<String> reasons,
    List<Cause> causes,
    List<JavadocText.Block> fix,
    List<PromiseRow> promises,
    List<JavadocText.Block> story,
    List<CodeLine> code,
    Optional<TwinDiff> diff,
    List<ScenarioSection> scenarios,
    Optional<VariantCost> cost) {

  private static final int LONGEST = 400;

  static VariantPage of(
      Verdicts verdicts,
      VariantVerdict variant,
      CostReport price,
      Links links,
      Optional<String> before,
      Optional<String> after) {
    Optional<SourceText> source = SourceText.find(variant.className());
    Optional<SourceText> twin =
        variant.twin().flatMap(verdicts::variant).flatMap(t -> SourceText.find(t.className()));
    Anchors anchors = links.anchors(variant.name());
    List<CodeLine> code = source.map(SourceText::code).orElse(List.of());
    List<JavadocText.Block> story = source.map(SourceText::story).orElse(List.of());
    LineLinks lines = new LineLinks(variant.className(), code, anchors);
    WitnessViews views = new WitnessViews(anchors, lines);
    List<Cause> causes = Causes.of(verdicts, variant, anchors, lines, views);
    return new VariantPage(
        variant,
        links,
        anchors,
        before,
        after,
        sentence(variant),
        variant.reasons().stream()
            .map(reason -> TextSanitizer.line(reason.message(), LONGEST))
            .toList(),
        causes,
        JavadocText.section(story, "Fix:"),
        variant.promises().stream()
            .map(promise -> PromiseRow.of(promise, causes, anchors))
            .toList(),
        story,
        code,
        source.flatMap(here -> twin.map(there -> TwinDiff.between(here, there))),
        variant.scenarios().stream()
            .flatMap(cell -> verdicts.scenario(cell.scenario()).stream()
                .map(facts -> ScenarioSection.of(
                    facts, cell, verdicts.run(), verdicts.fleet(), anchors, views)))
            .sorted(Comparator.comparing(ScenarioSection::remarkable).reversed())
            .toList(),
        price.benchmarks().flatMap(costs -> VariantCost.of(costs, variant.name())));
  }

  private static String sentence(VariantVerdict variant) {
    if (!variant.behavesAsClaimed()) {
      return "It does not behave as it claims, or the evidence does not show that it does.";
    }
    List<String> parts = new ArrayList<>();
    String broken = variant.promises().stream()
        .filter(promise -> promise.verdict() == Verdict.BROKEN)
        .map(promise -> "“" + promise.promise().words() + "”")
        .collect(Collectors.joining(", "));
    if (!broken.isEmpty()) {
      parts.add("It breaks %s, as it admits.".formatted(broken));
    }
    long proved = count(variant, Verdict.PROVED);
    if (proved > 0) {
      parts.add("%s proved."
          .formatted(
              proved == variant.promises().size()
                  ? "All %s promises are".formatted(NumberFormats.count(proved))
                  : NumberFormats.count(proved, "promise") + (proved == 1 ? " is" : " are")));
    }
    long held = count(variant, Verdict.HELD);
    if (held > 0) {
      parts.add("%s never seen to break, which is no proof."
          .formatted(NumberFormats.count(held) + (held == 1 ? " was" : " were")));
    }
    return String.join(" ", parts);
  }

  private static long count(VariantVerdict variant, Verdict verdict) {
    return variant.promises().stream()
        .map(PromiseVerdict::verdict)
        .filter(verdict::equals)
        .count();
  }

  /** The scope of the first proof, in words; empty if nothing is proved. */
  public Optional<String> scope() {
    return variant.promises().stream()
        .flatMap(promise -> promise.scope().stream())
        .findFirst();
  }

  /** How long the source is, and how much of it is marked. */
  public String sourceSummary() {
    long locking = code.stream().filter(CodeLine::locking).count();
    String lines = NumberFormats.count(code.size(), "line");
    return locking == 0
        ? lines + ", none of which locks anything"
        : lines + "; " + NumberFormats.count(locking) + " that lock are marked";
  }

  /** The witness of a cause as a drawing of its own: the text of an SVG file. */
  public String drawing(Cause cause, WitnessView witness) {
    return WitnessSvg.of(witness, heading(cause));
  }

  /** Where that drawing is: a file beside this page, or within it if there is none. */
  public String drawingHref(Cause cause, WitnessView witness) {
    return links.oneFile()
        ? WitnessSvg.dataUri(witness, heading(cause))
        : links.drawing(variant.name(), witness.id());
  }

  private String heading(Cause cause) {
    return variant.name() + ": " + cause.program();
  }

  /** Whether a line is one that a cause names. */
  public boolean blamed(CodeLine line) {
    return blamedLines().contains(line.number());
  }

  private Set<Integer> blamedLines() {
    return causes.stream()
        .flatMap(cause -> cause.lines().stream())
        .map(Cause.BlamedLine::number)
        .collect(Collectors.toSet());
  }
}
