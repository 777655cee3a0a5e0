package dev.safebank.explore.deadlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.result.ResourceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitForGraphTest {

  private static final int RUNS = -2;
  private static final int NO_OWNER = -3;

  private record OwnedBy(Optional<Holder> owner) implements Resource {

    @Override
    public List<Holder> holders() {
      return owner.stream().toList();
    }

    @Override
    public ResourceKind kind() {
      return ResourceKind.LOCK;
    }
  }

  /** A graph in which each thread waits for a resource with this owner. */
  private static WaitForGraph graph(int... owners) {
    return new WaitForGraph(
        Arrays.stream(owners).mapToObj(WaitForGraphTest::resource).toList());
  }

  private static Optional<Resource> resource(int owner) {
    if (owner == RUNS) {
      return Optional.empty();
    }
    return Optional.of(
        new OwnedBy(owner == NO_OWNER ? Optional.empty() : Optional.of(new Holder(owner, 0))));
  }

  @Test
  void twoThreadsThatWaitForEachOtherAreACycle() {
    assertThat(graph(1, 0).hasCycle()).isTrue();
  }

  @Test
  void aCycleOfThreeIsFoundBehindThreadsThatOnlyWaitForIt() {
    assertThat(graph(1, 2, 3, 1).hasCycle()).isTrue();
    assertThat(graph(2, 2, 4, RUNS, 2).hasCycle()).isTrue();
  }

  @Test
  void aThreadThatWaitsForItselfIsNoCycle() {
    assertThat(graph(0).hasCycle()).isFalse();
    assertThat(graph(0, 0).hasCycle()).isFalse();
  }

  @Test
  void aChainThatEndsIsNoCycle() {
    assertThat(graph(1, 2, RUNS).hasCycle()).isFalse();
  }

  @Test
  void aResourceWithoutAnOwnerIsNoPartOfACycle() {
    assertThat(graph(1, NO_OWNER).hasCycle()).isFalse();
  }

  @Test
  void whatTheMainThreadHoldsIsNoPartOfACycle() {
    assertThat(graph(Holder.MAIN, 0).hasCycle()).isFalse();
  }
}
