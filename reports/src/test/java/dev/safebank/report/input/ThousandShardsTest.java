package dev.safebank.report.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.Scenarios;
import dev.safebank.report.fixture.ShardFixture;
import dev.safebank.report.judge.Judge;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run like ours on a thousand machines: the tests of this module run in a heap of 512 MB, which
 * bounds what merging may take.
 */
@Tag("slow")
class ThousandShardsTest {

  private static final int SHARDS = 1_000;

  @Test
  void areMerged(@TempDir Path folder) throws IOException {
    new ShardFixture(folder, run()).all(SHARDS);

    long start = System.nanoTime();
    Verdicts verdicts = Judge.judge(MergedShards.in(List.of(folder)).gathered(Optional.empty()));
    System.out.printf(
        "1,000 shards merged in %.1f s, with %d MB used%n",
        (System.nanoTime() - start) / 1e9,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);

    assertThat(verdicts.complete()).isTrue();
    assertThat(verdicts.fleet().orElseThrow().machines()).isEqualTo(SHARDS);
    assertThat(verdicts.variants()).hasSize(26);
  }

  private static RunFixture run() {
    List<ScenarioFacts> facts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      facts.add(Scenarios.scenario(
          "ScenarioNumber" + i,
          "Something happens.",
          List.of("A→B 50", "validate"),
          "status, total",
          Scenarios.TRANSFER_VERSUS_VALIDATE.program().program(),
          List.of(),
          Map.of()));
    }
    RunFixture run = RunFixture.empty().scenarios(facts);
    for (int i = 0; i < 26; i++) {
      run.variant(
          "VariantNumber" + i + "Bank", "one of many ways to lock", RunFixture.allBut(), "");
    }
    run.cells();
    for (int variant = 0; variant < 26; variant++) {
      for (ScenarioFacts scenario : facts) {
        for (int fork = 0; fork < 40; fork++) {
          run.sees(
              "VariantNumber" + variant + "Bank",
              scenario.name(),
              List.of("interpreter", "C1", "C2", "C2 stressed").get(fork % 4),
              Map.of("MOVED, 200", 7_654_321L));
        }
      }
    }
    return run;
  }
}
