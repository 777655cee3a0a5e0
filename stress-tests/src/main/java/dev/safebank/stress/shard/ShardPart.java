package dev.safebank.stress.shard;

import dev.safebank.evidence.VariantFacts;
import dev.safebank.evidence.shard.Shard;
import dev.safebank.evidence.shard.ShardDeal;
import dev.safebank.stress.run.cell.StressCell;
import java.util.List;
import java.util.Set;

/** A shard's part of the selected cells and variants. */
public final class ShardPart {

  private final Shard shard;
  private final List<StressCell> selected;
  private final ShardDeal deal;

  /** The part of one shard. */
  public ShardPart(Shard shard, List<StressCell> selected) {
    this.shard = shard;
    this.selected = List.copyOf(selected);
    this.deal = ShardDeal.of(
        selected.stream().map(StressCell::facts).toList(),
        variantsOf(selected),
        selected.stream().map(StressCell::scenario).distinct().toList(),
        shard.count());
  }

  /** Which part it is. */
  public Shard shard() {
    return shard;
  }

  /** The cells that it stresses, in the order given. */
  public List<StressCell> stressed() {
    return of(deal.stressed(shard.index()));
  }

  /** The cells that it explores, in the order given. */
  public List<StressCell> explored() {
    return of(deal.explored(shard.index()));
  }

  /** The variants whose programs it explores, in the order given. */
  public List<VariantFacts> variants() {
    Set<String> own = deal.variants(shard.index());
    return variantsOf(selected).stream()
        .filter(variant -> own.contains(variant.name()))
        .toList();
  }

  /** The part as one line of text. */
  public String words() {
    return "shard %s: stresses %d of %d cells, explores %d, and the programs of %d variants."
        .formatted(
            shard,
            stressed().size(),
            selected.size(),
            explored().size(),
            variants().size());
  }

  private List<StressCell> of(Set<String> tests) {
    return selected.stream().filter(cell -> tests.contains(cell.test())).toList();
  }

  private static List<VariantFacts> variantsOf(List<StressCell> cells) {
    return cells.stream().map(StressCell::variant).distinct().toList();
  }
}
