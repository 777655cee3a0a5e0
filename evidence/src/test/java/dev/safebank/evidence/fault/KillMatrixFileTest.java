package dev.safebank.evidence.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillMatrixFileTest {

  private static final FaultFinding LOST =
      new FaultFinding("CONSERVES_MONEY", 12, "transfer(0, 1, 50)", "true and [50, 100]");

  @TempDir
  private Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("new").resolve(KillMatrixFile.EXPLORED);
    List<KillMatrixRecord> records = List.of(
        header(KillMatrixHeader.SCHEMA),
        bank(BankKind.FAULTY, List.of("CONSERVES_MONEY"), List.of(LOST), false),
        new StressedBank("GlobalLockBank_Fault", "abc", List.of(LOST), 1_000, 20));
    write(file, records);
    assertThat(KillMatrixFile.read(file)).contains(records);
  }

  @Test
  void aFileThatIsNotThereIsNone() throws IOException {
    assertThat(KillMatrixFile.read(folder.resolve("none"))).isEmpty();
  }

  @Test
  void aFileOfAnotherSchemaIsRefused() throws IOException {
    Path file = folder.resolve("old");
    write(file, List.of(header("safebank-kill-matrix/0")));
    assertThatThrownBy(() -> KillMatrixFile.read(file))
        .isInstanceOf(EvidenceException.class)
        .hasMessage(file
            + ": is of schema \"safebank-kill-matrix/0\", and this version reads only"
            + " \"safebank-kill-matrix/1\". Run the program again that wrote it.");
  }

  @Test
  void aFileWithoutAHeaderIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    assertThatThrownBy(() -> KillMatrixFile.read(empty))
        .isInstanceOf(EvidenceException.class)
        .hasMessage(empty + ": has no header. Run the program again that wrote it.");
  }

  @Test
  void aDamagedLineIsRefused() throws IOException {
    Path file = folder.resolve("damaged");
    Files.writeString(file, "{\"record\":\"header\"");
    assertThatThrownBy(() -> KillMatrixFile.read(file))
        .isInstanceOf(EvidenceException.class)
        .hasMessageStartingWith(file + ": is damaged (");
  }

  @Test
  void aFaultIsAsExpectedIfAllItsLawsAreFoundBroken() {
    assertThat(bank(BankKind.FAULTY, List.of("CONSERVES_MONEY"), List.of(LOST), false)
            .asExpected())
        .isTrue();
    assertThat(
            bank(BankKind.FAULTY, List.of("CONSERVES_MONEY"), List.of(), false).asExpected())
        .isFalse();
    assertThat(bank(BankKind.FAULTY, List.of("NESTS"), List.of(LOST), false).asExpected())
        .isFalse();
    assertThat(bank(BankKind.FAULTY, List.of(), List.of(), false).asExpected()).isFalse();
  }

  @Test
  void anAlarmOnABankThatBreaksNothingIsNotAsExpected() {
    assertThat(bank(BankKind.EQUIVALENT, List.of(), List.of(), false).asExpected())
        .isTrue();
    assertThat(bank(BankKind.EQUIVALENT, List.of(), List.of(LOST), false).asExpected())
        .isFalse();
    assertThat(bank(BankKind.RIGHT, List.of(), List.of(LOST), false).asExpected())
        .isFalse();
  }

  @Test
  void aRaceMustBeFound() {
    assertThat(bank(BankKind.RACING, List.of(), List.of(), true).asExpected()).isTrue();
    assertThat(bank(BankKind.RACING, List.of(), List.of(), false).asExpected()).isFalse();
  }

  private static void write(Path file, List<KillMatrixRecord> records) throws IOException {
    try (KillMatrixFile written = KillMatrixFile.create(file, (KillMatrixHeader) records.get(0))) {
      for (KillMatrixRecord record : records.subList(1, records.size())) {
        written.append(record);
      }
    }
  }

  private static KillMatrixHeader header(String schema) {
    return new KillMatrixHeader(
        schema,
        Instant.EPOCH,
        new Environment("os", "cpu", 2, "topology", "jvm", Map.of()),
        "all programs",
        2);
  }

  private static ExploredBank bank(
      BankKind kind, List<String> breaks, List<FaultFinding> findings, boolean races) {
    return new ExploredBank(
        "GlobalLockBank_Fault",
        kind,
        "GlobalLockBank",
        "loses the deposit",
        "",
        "move",
        List.of("- balances[to] += amount;"),
        "abc",
        breaks,
        "",
        findings,
        races,
        10,
        100,
        List.of(),
        12);
  }
}
