package dev.safebank.report.page;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.fault.BankKind;
import dev.safebank.evidence.fault.ExploredBank;
import dev.safebank.evidence.fault.FaultFinding;
import dev.safebank.evidence.fault.StressedBank;
import dev.safebank.model.Promise;
import dev.safebank.report.fault.KillMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of the kill matrix page.
 *
 * @param matrix the records
 * @param laws names of the columns: the promises, and the contract
 * @param faults a row per fault, what was not found as expected first
 * @param harmless the changes that break nothing that can be found
 * @param right the right banks
 */
public record KillMatrixPage(
    KillMatrix matrix,
    List<String> laws,
    List<FaultRow> faults,
    List<FaultRow> harmless,
    List<FaultRow> right) {

  /** The page's file, beside the index. */
  public static final String FILE = "kill-matrix.html";

  /**
   * A bank of the kill matrix, as a row of a table.
   *
   * @param findings a cell per law
   * @param stress what stress found, in words
   */
  public record FaultRow(ExploredBank bank, List<FindingCell> findings, String stress) {}

  /**
   * The result of the exploration for one bank and one law.
   *
   * @param word e.g. {@code 0.3 s}; empty if there is nothing to say
   * @param css the tone
   * @param title the program and how it ended
   */
  public record FindingCell(String word, String css, String title) {}

  private static final FindingCell NOTHING = new FindingCell("", "plain", "");

  /** The page of a kill matrix. */
  public static KillMatrixPage of(KillMatrix matrix) {
    List<String> laws = columns();
    List<FaultRow> faults = new ArrayList<>();
    for (boolean asExpected : new boolean[] {false, true}) {
      Stream.of(BankKind.FAULTY, BankKind.RACING)
          .flatMap(kind -> matrix.of(kind).stream())
          .filter(bank -> bank.asExpected() == asExpected)
          .forEach(bank -> faults.add(row(matrix, bank)));
    }
    List<FaultRow> harmless = new ArrayList<>(rows(matrix, BankKind.BEYOND_SCOPE));
    harmless.addAll(rows(matrix, BankKind.EQUIVALENT));
    return new KillMatrixPage(matrix, laws, faults, harmless, rows(matrix, BankKind.RIGHT));
  }

  private static List<String> columns() {
    return Stream.concat(
            Stream.of(Promise.values())
                .filter(promise -> promise != Promise.LINEARIZABLE)
                .map(Promise::name),
            Stream.of(FaultFinding.CONTRACT))
        .toList();
  }

  /** The name of a column for its head. */
  public static String words(String law) {
    return law.equals(FaultFinding.CONTRACT) ? "contract" : Promise.valueOf(law).words();
  }

  private static List<FaultRow> rows(KillMatrix matrix, BankKind kind) {
    return matrix.of(kind).stream().map(bank -> row(matrix, bank)).toList();
  }

  private static FaultRow row(KillMatrix matrix, ExploredBank bank) {
    return new FaultRow(
        bank,
        columns().stream().map(law -> cell(bank, law)).toList(),
        matrix.stress(bank).map(KillMatrixPage::stress).orElse("not stressed"));
  }

  private static FindingCell cell(ExploredBank bank, String law) {
    Optional<FaultFinding> finding =
        bank.findings().stream().filter(found -> found.law().equals(law)).findFirst();
    boolean expected = bank.breaks().contains(law);
    if (finding.isEmpty()) {
      return expected ? new FindingCell("missed", "unexpected", "not found") : NOTHING;
    }
    return new FindingCell(
        seconds(finding.get().millis()),
        expected ? "admitted" : "unexpected",
        finding.get().where() + " ends in " + finding.get().outcome());
  }

  private static String stress(StressedBank bank) {
    String samples = NumberFormats.compact(bank.samples()) + " samples";
    return bank.findings().stream()
        .map(found -> words(found.law()) + " in " + seconds(found.millis()))
        .reduce((one, other) -> one + ", " + other)
        .orElse("nothing in " + samples);
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
  }

  /** The result in one sentence. */
  public String sentence() {
    int all = matrix.of(BankKind.FAULTY).size();
    return "Exploration finds %d of %d planted faults%s"
        .formatted(
            matrix.killed(),
            all,
            alarms() == 0 ? "." : ", and raises %d false alarms.".formatted(alarms()));
  }

  private long alarms() {
    return Stream.of(BankKind.EQUIVALENT, BankKind.RIGHT)
        .flatMap(kind -> matrix.of(kind).stream())
        .filter(ExploredBank::killed)
        .count();
  }
}
