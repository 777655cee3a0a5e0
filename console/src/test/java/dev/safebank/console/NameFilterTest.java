package dev.safebank.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameFilterTest {

  private static final List<String> KNOWN = List.of("SafeBank", "TornBank", "SaveBank2");

  @Test
  void withoutPatternsAllNamesAreChosen() {
    assertThat(choose()).containsExactlyElementsOf(KNOWN);
  }

  @Test
  void namesAreChosenInTheOrderInWhichTheyAreKnown() {
    assertThat(choose("torn*", "SafeBank")).containsExactly("SafeBank", "TornBank");
  }

  @Test
  void aStarStandsForAnyCharactersAndAQuestionMarkForOne() {
    assertThat(choose("Sa?eBank*")).containsExactly("SafeBank", "SaveBank2");
    assertThat(choose("Sa?eBank")).containsExactly("SafeBank");
  }

  @Test
  void upperAndLowerCaseAreTheSame() {
    assertThat(choose("SAFE*")).containsExactly("SafeBank");
    assertThat(choose("safe*")).containsExactly("SafeBank");
  }

  @Test
  void aDotIsADotAndNoWildcard() {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> choose("Safe.ank"))
        .withMessageStartingWith("no bank matches \"Safe.ank\".");
  }

  @Test
  void aPatternThatMatchesNothingIsAnErrorThatListsTheKnownNames() {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> choose("SafeBank", "TronBank"))
        .withMessage(
            "no bank matches \"TronBank\". Did you mean TornBank? Known: SafeBank, TornBank,"
                + " SaveBank2.");
  }

  @Test
  void aPatternThatCannotBeReadIsAnErrorThatListsTheKnownNames() {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> choose("Safe[Bank"))
        .withMessage("\"Safe[Bank\" is not a pattern: use * and ?. Known: SafeBank, TornBank,"
            + " SaveBank2.");
  }

  private static Set<String> choose(String... patterns) {
    return NameFilter.choose("bank", List.of(patterns), KNOWN);
  }
}
