package dev.safebank.report.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.program.IncompletePrograms;
import dev.safebank.evidence.witness.RecordedWitness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordUnionTest {

  @Test
  void whatIsAgainstAProofCountsWhicheverMachineFoundIt() {
    ExplorationRecord clean = explored(List.of(), Map.of("MOVED, 200", 3L));
    ExplorationRecord odd = explored(List.of("bounded"), Map.of("MOVED, 150", 1L));

    ExplorationRecord both = RecordUnion.ofExplorations(clean, odd);

    assertThat(both.incomplete()).containsExactly("bounded");
    assertThat(both.outcomes())
        .containsExactly(Map.entry("MOVED, 150", 1L), Map.entry("MOVED, 200", 3L));
    assertThat(both.witnesses())
        .extracting(RecordedWitness::outcome)
        .containsExactly("MOVED, 150", "MOVED, 200");
  }

  @Test
  void explorationsAreBroughtTogetherInAnyOrderAndGrouping() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      ExplorationRecord a = explored(random);
      ExplorationRecord b = explored(random);
      ExplorationRecord c = explored(random);

      ExplorationRecord left = RecordUnion.ofExplorations(RecordUnion.ofExplorations(a, b), c);

      assertThat(RecordUnion.ofExplorations(a, RecordUnion.ofExplorations(b, c)))
          .as("seed %d", seed)
          .isEqualTo(left);
      assertThat(RecordUnion.ofExplorations(RecordUnion.ofExplorations(c, a), b))
          .isEqualTo(left);
    }
  }

  @Test
  void soAreScopes() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      ScopeRecord a = scope(random);
      ScopeRecord b = scope(random);
      ScopeRecord c = scope(random);

      ScopeRecord left = RecordUnion.ofScopes(RecordUnion.ofScopes(a, b), c);

      assertThat(RecordUnion.ofScopes(a, RecordUnion.ofScopes(b, c)))
          .as("seed %d", seed)
          .isEqualTo(left);
      assertThat(RecordUnion.ofScopes(RecordUnion.ofScopes(c, a), b)).isEqualTo(left);
    }
  }

  private static ExplorationRecord explored(Random random) {
    Map<String, Long> outcomes = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      outcomes.put("outcome " + random.nextInt(3), random.nextLong(100));
    }
    List<String> incomplete = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      incomplete.add("reason " + random.nextInt(3));
    }
    return explored(incomplete, outcomes);
  }

  private static ExplorationRecord explored(List<String> incomplete, Map<String, Long> outcomes) {
    return new ExplorationRecord(
        "a test",
        outcomes.size(),
        incomplete,
        new TreeMap<>(outcomes),
        new TreeSet<>(),
        List.of(),
        List.of(),
        outcomes.entrySet().stream().map(RecordUnionTest::witness).toList(),
        30);
  }

  private static RecordedWitness witness(Map.Entry<String, Long> outcome) {
    return new RecordedWitness(
        outcome.getKey(),
        List.of("one", "other"),
        1,
        true,
        List.of(),
        List.of(),
        "schedule " + outcome.getValue());
  }

  private static ScopeRecord scope(Random random) {
    List<IncompletePrograms> incomplete = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      incomplete.add(new IncompletePrograms(
          "reason " + random.nextInt(3), random.nextInt(5), "program " + random.nextInt(5)));
    }
    return new ScopeRecord(
        "MyBank",
        "classes",
        "a scope",
        10,
        random.nextInt(10),
        random.nextInt(1000),
        incomplete,
        List.of(),
        List.of(),
        List.of(),
        random.nextInt(1000));
  }
}
