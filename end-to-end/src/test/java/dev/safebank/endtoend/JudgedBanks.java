package dev.safebank.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.report.gate.Gate;
import dev.safebank.report.gate.GateCheck;
import dev.safebank.report.input.EvidenceFolder;
import dev.safebank.report.judge.Judge;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.stress.command.ExploreCellsCommand;
import dev.safebank.stress.command.ExploreProgramsCommand;
import dev.safebank.stress.program.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The verdicts on some banks: their cells and programs are explored by the build's commands, and
 * the evidence is read and judged as the report does. No cell is stressed, as on a machine with too
 * few CPUs, so what is found here is found by exploration.
 *
 * @param verdicts on the banks
 */
record JudgedBanks(Verdicts verdicts) {

  private static final String SKIPPED = "not stressed in this test";

  /** Explores banks in all cells and in all programs of a scope, and judges what was found. */
  static JudgedBanks explored(Path folder, String scope, List<String> banks) throws IOException {
    Path cells = folder.resolve("exploration.ndjson");
    String variants = "--stress.variants=" + String.join(",", banks);
    run(out -> ExploreCellsCommand.execute(out, out, variants, "--evidence=" + cells));
    run(out -> ExploreProgramsCommand.execute(
        out,
        out,
        variants,
        "--explore.scope=" + scope,
        "--evidence=" + folder.resolve("programs.ndjson")));
    Header explored = header(cells);
    write(
        folder.resolve("plan.ndjson"),
        explored.withScopes(List.of(Scope.parse(scope).get(0).facts())),
        List.of());
    write(
        folder.resolve("stress.ndjson"),
        ofAnotherRun(explored),
        explored.cells().stream().map(CellFacts::test).toList());
    return new JudgedBanks(Judge.judge(EvidenceFolder.gather(folder, Optional.empty())));
  }

  private static void run(ToIntFunction<PrintStream> command) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int code = command.applyAsInt(new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(code).as(printed.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static Header header(Path evidence) throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    EvidenceReader.read(evidence, records::add);
    return (Header) records.get(0);
  }

  private static Header ofAnotherRun(Header header) {
    return new Header(
        header.schema(),
        "stress",
        header.started(),
        header.environment(),
        header.options(),
        header.command(),
        header.replay(),
        header.variants(),
        header.scenarios(),
        header.cells(),
        header.scopes());
  }

  private static void write(Path file, Header header, List<String> skipped) throws IOException {
    try (EvidenceWriter writer = EvidenceWriter.create(file, header)) {
      for (String test : skipped) {
        writer.append(new SkippedRecord(test, SKIPPED));
      }
      writer.complete(header.started());
    }
  }

  VariantVerdict of(String bank) {
    return verdicts.variants().stream()
        .filter(variant -> variant.name().equals(bank))
        .findFirst()
        .orElseThrow();
  }

  /** What the gate says against a bank. */
  List<String> objections(String bank) {
    return Stream.of(Gate.promises(verdicts), Gate.contracts(verdicts), Gate.cells(verdicts))
        .flatMap(List::stream)
        .filter(check -> check.name().startsWith(bank + " "))
        .filter(check -> !check.passes())
        .map(GateCheck::message)
        .toList();
  }
}
