package dev.safebank.evidence.shard;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.model.Promise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The hash of a run's plan: cells, scenarios, claims, scopes of programs, the hashes of all
 * classes, and the versions of the tools. All shards of one run have the same hash, on any machine.
 */
public final class PlanHash {

  private PlanHash() {}

  /** The hash, in lower-case hexadecimal digits. */
  public static String of(Header plan) {
    Map<String, String> tools = new TreeMap<>(plan.environment().versions());
    tools.remove("java");
    List<String> lines = new ArrayList<>();
    lines.add(tools.toString());
    addSorted(lines, plan.variants(), PlanHash::line);
    addSorted(lines, plan.scenarios(), PlanHash::line);
    addSorted(lines, plan.cells(), CellFacts::toString);
    addSorted(lines, plan.scopes(), scope -> scope.name() + " " + scope.programs());
    return Sha256.of(String.join("\n", lines));
  }

  private static <F> void addSorted(List<String> lines, List<F> facts, Function<F, String> line) {
    facts.stream().map(line).sorted(Comparator.naturalOrder()).forEach(lines::add);
  }

  private static String line(VariantFacts variant) {
    List<Promise> keeps = variant.keeps().stream().sorted().toList();
    return String.join(
        " ", variant.name(), variant.className(), keeps.toString(), variant.classes());
  }

  private static String line(ScenarioFacts scenario) {
    return String.join(
        " ",
        scenario.name(),
        scenario.className(),
        scenario.actors().toString(),
        scenario.reports(),
        scenario.program().program().toString(),
        scenario.program().sums().toString());
  }
}
