package dev.safebank.report.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.Environment;
import dev.safebank.evidence.fault.BankKind;
import dev.safebank.evidence.fault.ExploredBank;
import dev.safebank.evidence.fault.FaultFinding;
import dev.safebank.evidence.fault.KillMatrixFile;
import dev.safebank.evidence.fault.KillMatrixHeader;
import dev.safebank.evidence.fault.KillMatrixRecord;
import dev.safebank.evidence.fault.StressedBank;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.fixture.Cases;
import dev.safebank.report.page.PageRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillMatrixReportTest {

  private static final FaultFinding LOST =
      new FaultFinding("CONSERVES_MONEY", 1_200, "transfer(0, 1, 50)", "true and [50, 100]");
  private static final ExploredBank FOUND =
      bank("Loses", BankKind.FAULTY, List.of("CONSERVES_MONEY"), List.of(LOST));
  private static final ExploredBank MISSED =
      bank("Hides", BankKind.FAULTY, List.of("NESTS"), List.of());
  private static final ExploredBank HARMLESS =
      bank("Expands", BankKind.EQUIVALENT, List.of(), List.of());

  @TempDir
  private Path folder;

  @Test
  void withoutAFileThereIsNoMatrix() {
    assertThat(KillMatrixReport.in(folder)).isEqualTo(KillMatrixReport.NONE);
  }

  @Test
  void aDamagedFileIsAProblem() throws IOException {
    Files.writeString(folder.resolve(KillMatrixFile.EXPLORED), "no JSON");
    KillMatrixReport report = KillMatrixReport.in(folder);
    assertThat(report.matrix()).isEmpty();
    assertThat(report.problems()).singleElement().asString().contains("kill-matrix.ndjson: is");
  }

  @Test
  void faultsThatWereFoundAreCounted() throws IOException {
    KillMatrix matrix = matrix(3, FOUND, MISSED, HARMLESS);
    assertThat(matrix.killed()).isEqualTo(1);
    assertThat(matrix.complete()).isTrue();
    assertThat(matrix.asExpected()).isFalse();
    assertThat(matrix(2, FOUND, HARMLESS).asExpected()).isTrue();
  }

  @Test
  void aRunThatWasCutShortIsNotAsExpected() throws IOException {
    assertThat(matrix(4, FOUND).complete()).isFalse();
    assertThat(matrix(4, FOUND).asExpected()).isFalse();
  }

  @Test
  void stressOfAnotherSourceIsLeftOut() throws IOException {
    write(
        KillMatrixFile.STRESSED,
        2,
        new StressedBank("Loses", "source of Loses", List.of(LOST), 5, 7),
        new StressedBank("Hides", "another source", List.of(LOST), 5, 7));
    KillMatrix matrix = matrix(2, FOUND, MISSED);
    assertThat(matrix.stressedFaults()).isEqualTo(1);
    assertThat(matrix.killedByStress()).isEqualTo(1);
  }

  @Test
  void thePageShowsWhatWasMissedFirstAndTheIndexLeadsToIt() throws IOException {
    matrix(3, FOUND, MISSED, HARMLESS);
    Path report = folder.resolve("report");
    new PageRenderer(KillMatrixReport.in(folder))
        .render(Cases.ALL_GOOD.verdicts(), CostReport.NONE, report);
    Document page = Jsoup.parse(report.resolve("kill-matrix.html"));
    assertThat(page.select("h1").text()).isEqualTo("Exploration finds 1 of 2 planted faults.");
    assertThat(page.select("section[aria-labelledby=faults] tbody th").eachText())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Hides"),
            second -> assertThat(second).startsWith("Loses"));
    assertThat(page.select(".chip").eachText()).containsExactly("missed", "1.2 s");
    assertThat(page.select(".del").text()).contains("- balances[to] += amount;");
    assertThat(Jsoup.parse(report.resolve("index.html"))
            .select("a[href=kill-matrix.html]")
            .text())
        .isEqualTo("Exploration finds 1 of 2 planted faults.");
  }

  @Test
  void aReportWithoutAMatrixHasNoSuchPage() throws IOException {
    matrix(1, FOUND);
    Path report = folder.resolve("report");
    new PageRenderer(KillMatrixReport.in(folder))
        .render(Cases.ALL_GOOD.verdicts(), CostReport.NONE, report);
    new PageRenderer().render(Cases.ALL_GOOD.verdicts(), CostReport.NONE, report);
    assertThat(report.resolve("kill-matrix.html")).doesNotExist();
    assertThat(Files.readString(report.resolve("index.html"))).doesNotContain("kill-matrix");
  }

  private KillMatrix matrix(int banks, KillMatrixRecord... records) throws IOException {
    write(KillMatrixFile.EXPLORED, banks, records);
    return KillMatrixReport.in(folder).matrix().orElseThrow();
  }

  private void write(String name, int banks, KillMatrixRecord... records) throws IOException {
    KillMatrixHeader header = new KillMatrixHeader(
        KillMatrixHeader.SCHEMA,
        Instant.EPOCH,
        new Environment("os", "cpu", 2, "topology", "jvm", Map.of()),
        "all programs",
        banks);
    try (KillMatrixFile file = KillMatrixFile.create(folder.resolve(name), header)) {
      for (KillMatrixRecord record : records) {
        file.append(record);
      }
    }
  }

  private static ExploredBank bank(
      String name, BankKind kind, List<String> breaks, List<FaultFinding> findings) {
    return new ExploredBank(
        name,
        kind,
        "GlobalLockBank",
        "loses the deposit",
        "RFU",
        "move",
        List.of("- balances[to] += amount;"),
        "source of " + name,
        breaks,
        "",
        findings,
        false,
        10,
        100,
        List.of(),
        12);
  }
}
