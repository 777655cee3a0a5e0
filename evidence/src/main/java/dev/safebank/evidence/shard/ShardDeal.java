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
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Deals the work of a run out to shards. Who gets what follows from the plan and the number of
 * shards alone, never from time, machine or order: a shard that is run again gets the same, and
 * whoever merges knows what a missing shard owes.
 *
 * <p>The heaviest goes first, each to the shard that has the least so far; among equals a hash of
 * the name decides. Where there are more shards than cells, cells are stressed by several, so that
 * no machine is idle. Each cell is explored once, and so are each variant's programs: exploring
 * them again would show the same.
 */
public final class ShardDeal {

  private final List<Set<String>> stressed;
  private final List<Set<String>> explored;
  private final List<Set<String>> variants;

  private ShardDeal(
      List<Set<String>> stressed, List<Set<String>> explored, List<Set<String>> variants) {
    this.stressed = stressed;
    this.explored = explored;
    this.variants = variants;
  }

  /** Deals out what a plan announces. */
  public static ShardDeal of(Header plan, int shards) {
    return of(plan.cells(), plan.variants(), plan.scenarios(), shards);
  }

  /**
   * Deals out cells, and the programs of variants.
   *
   * @param variants those of the cells
   * @param scenarios those of the cells
   */
  public static ShardDeal of(
      List<CellFacts> cells,
      List<VariantFacts> variants,
      List<ScenarioFacts> scenarios,
      int shards) {
    Map<String, Set<Promise>> keeps =
        variants.stream().collect(Collectors.toMap(VariantFacts::name, VariantFacts::keeps));
    Map<String, ScenarioFacts> byName =
        scenarios.stream().collect(Collectors.toMap(ScenarioFacts::name, Function.identity()));
    List<Share> ofCells = new ArrayList<>();
    int copies = cells.isEmpty() ? 0 : (shards + cells.size() - 1) / cells.size();
    for (CellFacts cell : cells) {
      long weight = weight(byName.get(cell.scenario()), keeps.get(cell.variant()));
      for (int copy = 0; copy < copies; copy++) {
        ofCells.add(new Share(cell.test(), copy, weight, Sha256.of(cell.test() + " " + copy)));
      }
    }
    List<Share> ofVariants = variants.stream()
        .map(variant -> new Share(variant.name(), 0, 1, Sha256.of(variant.name())))
        .toList();
    List<List<Share>> dealt = deal(ofCells, shards);
    return new ShardDeal(
        dealt.stream().map(ShardDeal::names).toList(),
        dealt.stream()
            .map(shares ->
                names(shares.stream().filter(share -> share.copy() == 0).toList()))
            .toList(),
        deal(ofVariants, shards).stream().map(ShardDeal::names).toList());
  }

  /** The tests that a shard stresses. */
  public Set<String> stressed(int index) {
    return stressed.get(index - 1);
  }

  /** The tests that a shard explores: some of those that it stresses. */
  public Set<String> explored(int index) {
    return explored.get(index - 1);
  }

  /** The variants whose programs a shard explores. */
  public Set<String> variants(int index) {
    return variants.get(index - 1);
  }

  /** A claim is stressed for as long as there is time, an admitted break until it is seen. */
  private static long weight(ScenarioFacts scenario, Set<Promise> keeps) {
    long claims = scenario.canBreak().stream().filter(keeps::contains).count();
    return scenario.actors().size() * (1 + claims);
  }

  private static List<List<Share>> deal(List<Share> all, int shards) {
    List<List<Share>> dealt = new ArrayList<>();
    PriorityQueue<Load> loads =
        new PriorityQueue<>(Comparator.comparingLong(Load::weight).thenComparingInt(Load::shard));
    for (int shard = 0; shard < shards; shard++) {
      dealt.add(new ArrayList<>());
      loads.add(new Load(shard, 0));
    }
    Comparator<Share> heaviestFirst = Comparator.comparingLong(Share::weight).reversed();
    for (Share share :
        all.stream().sorted(heaviestFirst.thenComparing(Share::hash)).toList()) {
      Load least = loads.remove();
      dealt.get(least.shard()).add(share);
      loads.add(new Load(least.shard(), least.weight() + share.weight()));
    }
    return dealt;
  }

  private static Set<String> names(List<Share> shares) {
    return shares.stream().map(Share::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private record Share(String name, int copy, long weight, String hash) {}

  private record Load(int shard, long weight) {}
}
