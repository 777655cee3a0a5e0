package dev.safebank.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClaimedPromisesTest {

  @LockingVariant(idea = "", keeps = Promise.NESTS)
  private static final class NestsOnly {}

  @LockingVariant(
      idea = "",
      keeps = {})
  private static final class KeepsNothing {}

  @LockingVariant(idea = "", keepsAllBut = Promise.NESTS)
  private static final class AllButNests {}

  @LockingVariant(
      idea = "",
      keepsAllBut = {})
  private static final class KeepsAll {}

  @LockingVariant(idea = "")
  private static final class Neither {}

  @LockingVariant(
      idea = "",
      keeps = {},
      keepsAllBut = {})
  private static final class Both {}

  @LockingVariant(
      idea = "",
      keeps = {Promise.CONSERVES_MONEY, Promise.CONSERVES_MONEY})
  private static final class KeepsTwice {}

  @LockingVariant(
      idea = "",
      keepsAllBut = {Promise.CONSERVES_MONEY, Promise.CONSERVES_MONEY})
  private static final class BreaksTwice {}

  @Test
  void keepsListsWhatIsKept() {
    assertThat(kept(NestsOnly.class)).containsExactly(Promise.NESTS);
    assertThat(kept(KeepsNothing.class)).isEmpty();
  }

  @Test
  void keepsAllButListsWhatIsNotKept() {
    assertThat(kept(AllButNests.class))
        .hasSize(Promise.values().length - 1)
        .doesNotContain(Promise.NESTS);
    assertThat(kept(KeepsAll.class)).containsExactly(Promise.values());
  }

  @Test
  void neitherIsRefused() {
    assertThatThrownBy(() -> kept(Neither.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Neither claims nothing in @LockingVariant: add keeps = … or keepsAllBut = …"
            + " (keepsAllBut = {} if it keeps every promise)");
  }

  @Test
  void bothAreRefused() {
    assertThatThrownBy(() -> kept(Both.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Both claims both keeps and keepsAllBut in @LockingVariant: remove one of them");
  }

  @Test
  void aPromiseListedTwiceIsRefused() {
    assertThatThrownBy(() -> kept(KeepsTwice.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "KeepsTwice lists CONSERVES_MONEY twice in @LockingVariant: remove one of them");
    assertThatThrownBy(() -> kept(BreaksTwice.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "BreaksTwice lists CONSERVES_MONEY twice in @LockingVariant: remove one of them");
  }

  private static Set<Promise> kept(Class<?> variant) {
    return ClaimedPromises.of(variant.getSimpleName(), variant.getAnnotation(LockingVariant.class));
  }
}
