package dev.safebank.stress.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safebank.console.UserError;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"2x1x2:small", "3x1x2:small", "1x2x2:small", "1x3x2:small", "2x2x2:small", "2x1x2"
      })
  void aScopeHasEveryProgramOnceUpToTheOrderOfTheActors(String text) {
    Scope scope = Scope.parse(text).get(0);

    List<Program> programs = new ArrayList<>();
    scope.programs().forEach(programs::add);

    assertThat(programs).hasSize((int) scope.size()).doesNotHaveDuplicates();
    assertThat(sorted(programs)).hasSize((int) scope.size()).isEqualTo(bruteForce(scope));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2x1x2:interrupts", "1x2x2:interrupts", "3x1x2:interrupts"})
  void oneMoreActorInterruptsEachOfTheOthersOnce(String text) {
    Scope scope = Scope.parse(text).get(0);
    Set<Set<List<String>>> programs = new HashSet<>();
    scope.programs().forEach(program -> {
      List<List<Call>> actors = program.actors();
      int interrupted = ((Call.Interrupt) actors.get(scope.actors()).get(0)).actor();
      assertThat(actors).hasSize(scope.actors() + 1);
      assertThat(actors.get(interrupted)).endsWith(new Call.Interrupted(), new Call.Validate());
      List<List<Call>> others = new ArrayList<>(actors.subList(0, scope.actors()));
      others.remove(interrupted);
      programs.add(
          Set.of(List.of(actors.get(interrupted).toString(), "interrupted"), words(others)));
    });

    assertThat(programs).hasSize((int) scope.size());
  }

  @Test
  void balancesNearTheLargestAreThoseOfATotalThatJustFitsAndOfOneThatDoesNot() {
    List<Program> programs = new ArrayList<>();
    Scope scope = Scope.parse("2x1x2:overflow").get(0);
    scope.programs().forEach(programs::add);

    assertThat(programs).hasSize((int) scope.size()).doesNotHaveDuplicates();
    assertThat(programs.stream().map(Program::openingBalances).distinct())
        .containsExactly(List.of(Long.MAX_VALUE - 101, 100L), List.of(Long.MAX_VALUE - 50, 100L));
  }

  /** All programs, each with its actors in the order of their words. */
  private static Set<List<String>> sorted(List<Program> programs) {
    Set<List<String>> sorted = new HashSet<>();
    programs.forEach(program -> sorted.add(words(program.actors())));
    return sorted;
  }

  private static List<String> words(List<List<Call>> actors) {
    return actors.stream().map(List::toString).sorted(Comparator.naturalOrder()).toList();
  }

  private static Set<List<String>> bruteForce(Scope scope) {
    List<List<Call>> sequences = new ArrayList<>(List.of(List.of()));
    List<List<Call>> longest = sequences;
    for (int length = 0; length < scope.calls(); length++) {
      List<List<Call>> longer = new ArrayList<>();
      for (List<Call> sequence : longest) {
        for (Call call : scope.alphabet().calls(scope.accounts())) {
          List<Call> more = new ArrayList<>(sequence);
          more.add(call);
          longer.add(more);
        }
      }
      longest = longer;
      sequences = length == 0 ? longer : join(sequences, longer);
    }
    Set<List<String>> programs = new HashSet<>();
    combine(scope.actors(), sequences, List.of(), programs);
    return programs;
  }

  private static List<List<Call>> join(List<List<Call>> some, List<List<Call>> others) {
    List<List<Call>> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static void combine(
      int actors, List<List<Call>> sequences, List<List<Call>> chosen, Set<List<String>> all) {
    if (actors == 0) {
      all.add(words(chosen));
      return;
    }
    for (List<Call> sequence : sequences) {
      List<List<Call>> more = new ArrayList<>(chosen);
      more.add(sequence);
      combine(actors - 1, sequences, more, all);
    }
  }

  @Test
  void longSequencesRepeatEachCallAndMixAll() {
    Scope scope = Scope.parse("1x12x2:long").get(0);
    List<Call> alphabet = scope.alphabet().calls(2);
    List<Program> programs = new ArrayList<>();
    scope.programs().forEach(programs::add);

    assertThat(scope.words())
        .isEqualTo("1 actor × 12 calls over 2 accounts (each again and again, and all mixed)");
    assertThat(programs).hasSize((int) scope.size()).hasSize(2 * alphabet.size());
    assertThat(programs).doesNotHaveDuplicates();
    assertThat(programs).allSatisfy(program -> {
      assertThat(program.actors()).hasSize(1);
      assertThat(program.actors().get(0)).hasSize(12).isSubsetOf(alphabet);
    });
    assertThat(programs.subList(0, alphabet.size()))
        .extracting(program -> Set.copyOf(program.actors().get(0)))
        .containsExactlyElementsOf(alphabet.stream().map(Set::of).toList());
    assertThat(programs).containsExactlyElementsOf(scope.programs());
  }

  @Test
  void theAlphabetNamesNoCallTwice() {
    assertThat(ScopeAlphabet.LONG.calls(3)).hasSize(81).doesNotHaveDuplicates();
    assertThat(ScopeAlphabet.FULL.calls(3)).hasSize(61).doesNotHaveDuplicates();
    assertThat(ScopeAlphabet.SMALL.calls(3)).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void theDefaultIsWhatTheBuildSays() {
    assertThat(Scope.parse(Scope.DEFAULT).stream().map(Scope::words))
        .containsExactly(
            "1 actor × up to 2 calls over 2 accounts",
            "2 actors × 1 call over 3 accounts",
            "2 actors × 1 call over 4 accounts (small alphabet)",
            "3 actors × 1 call over 3 accounts (small alphabet)",
            "2 actors × up to 2 calls over 2 accounts (small alphabet)",
            "2 actors × 1 call over 2 accounts, one of them interrupted",
            "2 actors × 1 call over 2 accounts (balances near the largest)",
            "1 actor × 40 calls over 3 accounts (each again and again, and all mixed)");
    assertThat(Scope.parse(Scope.DEFAULT).stream().map(Scope::size))
        .containsExactly(992L, 1891L, 136L, 220L, 903L, 49L, 56L, 162L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1x3x2:small", "2x2x2:small"})
  void programsOfFewerCallsComeFirst(String text) {
    List<Integer> calls = new ArrayList<>();
    Scope.parse(text)
        .get(0)
        .programs()
        .forEach(
            program -> calls.add(program.actors().stream().mapToInt(List::size).sum()));

    assertThat(calls).isSorted();
  }

  @Test
  void aBadScopeIsRefusedWithTheFormThatItShouldHave() {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> Scope.parse("2x1"))
        .withMessageStartingWith(
            "explore.scope: \"2x1\" is no scope. A scope is" + " ACTORSxCALLSxACCOUNTS");
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> Scope.parse("4x3x2"))
        .withMessageStartingWith("There is no scope of 4 actors, 3 calls and 2 accounts.");
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> Scope.parse("2x40x2:long"))
        .withMessageStartingWith("There is no scope of 2 actors, 40 calls and 2 accounts.");
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> Scope.parse("1x4x2"))
        .withMessageStartingWith("There is no scope of 1 actors, 4 calls and 2 accounts.");
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> Scope.parse("2x1x2,2x1x2"))
        .withMessage("explore.scope: \"2x1x2\" is listed twice.");
  }
}
