package dev.safebank.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DidYouMeanTest {

  private static final List<String> KNOWN =
      List.of("GlobalLockBank", "LockUpgradeBank", "Overdraw");

  @Test
  void findsTheNameWithTheFewestChanges() {
    assertThat(DidYouMean.closest("GlobaLock", KNOWN)).contains("GlobalLockBank");
    assertThat(DidYouMean.closest("LokcUpgrade", KNOWN)).contains("LockUpgradeBank");
  }

  @Test
  void ignoresCase() {
    assertThat(DidYouMean.closest("OVERDRAW", KNOWN)).contains("Overdraw");
  }

  @Test
  void acceptsHalfOfTheLettersWrongAndNoMore() {
    assertThat(DidYouMean.closest("Over", KNOWN)).contains("Overdraw");
    assertThat(DidYouMean.closest("Ove", KNOWN)).isEmpty();
  }

  @Test
  void knowsNothingAboutNothing() {
    assertThat(DidYouMean.closest("Overdraw", List.of())).isEmpty();
  }
}
