package dev.safebank.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.Scenarios;
import dev.safebank.report.page.link.Links;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.VerdictsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests of this module run in a heap of 512 MB; that bounds what the large run may take. */
@Tag("slow")
class LargeRunTest {

  @TempDir
  private Path folder;

  @Test
  void twoHundredVariantsInFiftyScenariosAreJudgedAndRendered() throws IOException {
    Verdicts verdicts = run(200, 50).verdicts();
    VerdictsFile.write(folder.resolve(VerdictsFile.NAME), verdicts);
    new PageRenderer().render(verdicts, CostReport.NONE, folder);
    try (Stream<Path> pages = Files.list(folder.resolve(Links.FOLDER))) {
      assertThat(pages).hasSize(200);
    }
    assertThat(VerdictsFile.read(folder.resolve(VerdictsFile.NAME)).variants()).hasSize(200);
  }

  @Test
  void theIndexOfARunLikeOursStaysLight() throws IOException {
    new PageRenderer().render(run(30, 10).verdicts(), CostReport.NONE, folder);
    assertThat(folder.resolve("index.html")).content().hasSizeLessThan(300_000);
    assertThat(Files.size(folder.resolve("index.html"))).isLessThan(300_000);
  }

  private static RunFixture run(int variants, int scenarios) {
    List<ScenarioFacts> facts = new ArrayList<>();
    for (int i = 0; i < scenarios; i++) {
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
    for (int i = 0; i < variants; i++) {
      run.variant(
          "VariantNumber" + i + "Bank", "one of many ways to lock", RunFixture.allBut(), "");
    }
    run.cells();
    for (int variant = 0; variant < variants; variant++) {
      for (ScenarioFacts scenario : facts) {
        for (String configuration : List.of("interpreter", "C1", "C2", "C2 stressed")) {
          run.sees(
              "VariantNumber" + variant + "Bank",
              scenario.name(),
              configuration,
              Map.of("MOVED, 200", 7_654_321L));
        }
      }
    }
    return run;
  }
}
