package dev.safebank.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpellingSuggestionsTest {

  private static final List<String> KNOWN =
      List.of("GlobalLockBank", "LockUpgradeBank", "Overdraw");

  @Test
  void findsTheNameWithTheFewestChanges() {
    assertThat(SpellingSuggestions.closest("GlobaLock", KNOWN)).contains("GlobalLockBank");
    assertThat(SpellingSuggestions.closest("LokcUpgrade", KNOWN)).contains("LockUpgradeBank");
  }

  @Test
  void ignoresCase() {
    assertThat(SpellingSuggestions.closest("OVERDRAW", KNOWN)).contains("Overdraw");
  }

  @Test
  void acceptsHalfOfTheLettersWrongAndNoMore() {
    assertThat(SpellingSuggestions.closest("Over", KNOWN)).contains("Overdraw");
    assertThat(SpellingSuggestions.closest("Ove", KNOWN)).isEmpty();
  }

  @Test
  void knowsNothingAboutNothing() {
    assertThat(SpellingSuggestions.closest("Overdraw", List.of())).isEmpty();
  }
}
