package dev.safebank.stress.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.VariantFacts;
import dev.safebank.evidence.shard.Shard;
import dev.safebank.evidence.shard.ShardDeal;
import dev.safebank.stress.run.cell.CellDiscovery;
import dev.safebank.stress.run.cell.StressCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the cells that are really there are dealt out. */
class ShardPartTest {

  private static final List<StressCell> CELLS = CellDiscovery.onClassPath();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 30})
  void everyCellAndEveryVariantBelongsToOneShard(int count) {
    assertThat(parts(count).flatMap(part -> part.stressed().stream()))
        .containsExactlyInAnyOrderElementsOf(CELLS);
    assertThat(parts(count).flatMap(part -> part.explored().stream()))
        .containsExactlyInAnyOrderElementsOf(CELLS);
    assertThat(parts(count).flatMap(part -> part.variants().stream()))
        .containsExactlyInAnyOrderElementsOf(variants());
  }

  @Test
  void noMachineIsIdleWhereThereAreMoreThanCells() {
    int count = 3 * CELLS.size() + 1;
    ShardDeal deal = ShardDeal.of(
        CELLS.stream().map(StressCell::facts).toList(),
        variants(),
        CELLS.stream().map(StressCell::scenario).distinct().toList(),
        count);
    List<String> tests = CELLS.stream().map(StressCell::test).toList();

    assertThat(shards(count)).noneMatch(index -> deal.stressed(index).isEmpty());
    assertThat(shards(count)
            .boxed()
            .flatMap(index -> deal.stressed(index).stream())
            .distinct())
        .containsExactlyInAnyOrderElementsOf(tests);
    assertThat(shards(count).boxed().flatMap(index -> deal.explored(index).stream()))
        .containsExactlyInAnyOrderElementsOf(tests);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 10})
  void theWorkIsDealtOutEvenly(int count) {
    List<Integer> work = parts(count)
        .map(part -> part.stressed().stream().mapToInt(ShardPartTest::weight).sum())
        .toList();

    int heaviest = CELLS.stream().mapToInt(ShardPartTest::weight).max().orElseThrow();
    assertThat(Collections.max(work) - Collections.min(work)).isLessThanOrEqualTo(heaviest);
  }

  @Test
  void whoHasWhatDoesNotDependOnTheOrderOfTheCells() {
    List<StressCell> shuffled = new ArrayList<>(CELLS);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(new ShardPart(new Shard(2, 4), shuffled).stressed())
        .containsExactlyInAnyOrderElementsOf(new ShardPart(new Shard(2, 4), CELLS).stressed());
    assertThat(new ShardPart(new Shard(2, 4), shuffled).variants())
        .containsExactlyInAnyOrderElementsOf(new ShardPart(new Shard(2, 4), CELLS).variants());
  }

  @Test
  void saysWhatItDoes() {
    assertThat(new ShardPart(new Shard(1, 1), CELLS).words())
        .isEqualTo(
            "shard 1/1: stresses %d of %d cells, explores %d, and the programs of %d variants."
                .formatted(CELLS.size(), CELLS.size(), CELLS.size(), variants().size()));
  }

  private static int weight(StressCell cell) {
    return cell.actors() * (1 + cell.claims().size());
  }

  private static List<VariantFacts> variants() {
    return CELLS.stream().map(StressCell::variant).distinct().toList();
  }

  private static IntStream shards(int count) {
    return IntStream.rangeClosed(1, count);
  }

  private static Stream<ShardPart> parts(int count) {
    return shards(count).mapToObj(index -> new ShardPart(new Shard(index, count), CELLS));
  }
}
