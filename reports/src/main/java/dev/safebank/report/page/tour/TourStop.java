package dev.safebank.report.page.tour;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.model.Promise;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.cost.OriginalProgramText;
import dev.safebank.report.page.cause.Cause;
import dev.safebank.report.page.cause.Causes;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.page.link.LineLinks;
import dev.safebank.report.page.link.Links;
import dev.safebank.report.page.witness.WitnessViews;
import dev.safebank.report.source.CodeLine;
import dev.safebank.report.source.Excerpt;
import dev.safebank.report.source.SourceText;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.ScopeVerdict;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A variant in a chapter, with its results in this run.
 *
 * @param name of the variant
 * @param idea its way of locking; empty if it was not run
 * @param href its page; empty if it was not run
 * @param anchors the ids of this part of the page
 * @param verdict what the run says of its promises, or that it was not run
 * @param amount how much was run
 * @param causes how it breaks what the chapter is about
 * @param code the lines that matter
 * @param original what the original program showed; empty if that was not run
 * @param scenarioHref where the page of the variant shows a scenario, by the scenario's id there
 */
public record TourStop(
    String name,
    String idea,
    Optional<String> href,
    Anchors anchors,
    String verdict,
    String amount,
    List<Cause> causes,
    Excerpt code,
    Optional<String> original,
    Map<String, String> scenarioHref) {

  public TourStop {
    causes = List.copyOf(causes);
    scenarioHref = Map.copyOf(scenarioHref);
  }

  static TourStop of(
      Exhibit exhibit, Verdicts verdicts, CostReport price, Links links, String prefix) {
    Anchors anchors = new Anchors(prefix);
    return verdicts
        .variant(exhibit.name())
        .filter(TourStop::anythingWasRun)
        .map(variant -> run(exhibit, verdicts, variant, price, links, anchors))
        .orElseGet(() -> notRun(exhibit, anchors));
  }

  /** Whether a line is one that a cause names. */
  public boolean blamed(CodeLine line) {
    return causes.stream()
        .flatMap(cause -> cause.lines().stream())
        .anyMatch(named -> named.number() == line.number());
  }

  private static boolean anythingWasRun(VariantVerdict variant) {
    return variant.scenarios().stream().anyMatch(CellVerdict::hasEvidence)
        || variant.scopes().stream().anyMatch(scope -> scope.explored() > 0);
  }

  private static TourStop notRun(Exhibit exhibit, Anchors anchors) {
    return new TourStop(
        exhibit.name(),
        "",
        Optional.empty(),
        anchors,
        "Not in this run.",
        "",
        List.of(),
        new Excerpt(List.of()),
        Optional.empty(),
        Map.of());
  }

  private static TourStop run(
      Exhibit exhibit,
      Verdicts verdicts,
      VariantVerdict variant,
      CostReport price,
      Links links,
      Anchors anchors) {
    List<CodeLine> code =
        SourceText.find(variant.className()).map(SourceText::code).orElse(List.of());
    LineLinks lines = new LineLinks(variant.className(), code, anchors);
    Anchors itsPage = links.anchors(variant.name());
    List<Cause> causes = new ArrayList<>(Causes.of(
        verdicts,
        variant,
        Set.copyOf(exhibit.breaks()),
        itsPage,
        lines,
        new WitnessViews(anchors, lines)));
    causes.sort(Comparator.comparing(
        cause -> exhibit.breaks().indexOf(cause.promises().get(0).promise())));
    Set<String> named =
        causes.stream().flatMap(cause -> linesOf(cause).stream()).collect(Collectors.toSet());
    return new TourStop(
        variant.name(),
        variant.idea(),
        Optional.of(links.fromIndex(variant.name())),
        anchors,
        verdict(exhibit, variant),
        amount(variant),
        causes,
        Excerpt.of(
            code,
            line -> named.isEmpty() ? line.locking() : named.contains(anchors.line(line.number()))),
        original(price, variant.name()),
        scenarios(variant, links, itsPage));
  }

  private static Set<String> linesOf(Cause cause) {
    return cause.witness().stream()
        .flatMap(witness -> witness.steps().stream())
        .map(step -> step.line())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Map<String, String> scenarios(
      VariantVerdict variant, Links links, Anchors itsPage) {
    return variant.scenarios().stream()
        .map(cell -> itsPage.scenario(cell.scenario()))
        .distinct()
        .collect(Collectors.toMap(id -> id, id -> links.fromIndex(variant.name(), id)));
  }

  /** The promises that the chapter is about one by one, the others by their verdicts. */
  private static String verdict(Exhibit exhibit, VariantVerdict variant) {
    List<String> parts = new ArrayList<>();
    for (Promise promise : exhibit.breaks()) {
      parts.add("“%s”: %s"
          .formatted(
              promise.words(),
              variant.promise(promise).map(PromiseVerdict::word).orElse("not judged")));
    }
    Map<String, Long> others = variant.promises().stream()
        .filter(promise -> !exhibit.breaks().contains(promise.promise()))
        .collect(
            Collectors.groupingBy(PromiseVerdict::word, LinkedHashMap::new, Collectors.counting()));
    String noun = exhibit.breaks().isEmpty() ? "promise" : "other promise";
    others.forEach((word, count) -> parts.add(NumberFormats.count(count, noun) + ": " + word));
    return String.join("; ", parts) + ".";
  }

  private static String amount(VariantVerdict variant) {
    List<String> parts = new ArrayList<>();
    long samples = variant.scenarios().stream().mapToLong(CellVerdict::samples).sum();
    parts.add(samples == 0 ? "not stressed" : NumberFormats.count(samples, "sample"));
    long interleavings =
        variant.scenarios().stream().mapToLong(CellVerdict::interleavings).sum();
    parts.add(
        interleavings == 0
            ? "no scenario explored"
            : NumberFormats.count(interleavings, "interleaving") + " of its scenarios");
    long explored = variant.scopes().stream().mapToLong(ScopeVerdict::explored).sum();
    parts.add(
        explored == 0
            ? "no program explored"
            : "%s of %s"
                .formatted(
                    NumberFormats.count(
                        variant.scopes().stream()
                            .mapToLong(ScopeVerdict::interleavings)
                            .sum(),
                        "interleaving"),
                    NumberFormats.count(explored, "program")));
    return "In this run: " + String.join(", ", parts) + ".";
  }

  private static Optional<String> original(CostReport price, String variant) {
    return price.original().stream()
        .flatMap(run -> run.findings().stream())
        .filter(finding -> finding.variant().equals(variant))
        .findFirst()
        .map(OriginalProgramText::sentence);
  }
}
