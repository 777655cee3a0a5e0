package dev.safebank.stress.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

  @TempDir
  private Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void namesTheChosenCellsWithTheHashOfTheirClasses() throws IOException {
    assertThat(plan("--stress.variants=Unsafe*", "--stress.scenarios=Overdraw,Self*"))
        .isZero();

    List<CellFacts> cells = planned();
    assertThat(cells).extracting(CellFacts::scenario).containsExactly("Overdraw", "SelfTransfer");
    assertThat(cells).extracting(CellFacts::variant).containsOnly("UnsafeBank");
    assertThat(cells).extracting(CellFacts::classes).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
  }

  @Test
  void keepsTheCellsThatThereIsEvidenceOfAndNotThoseOfAnEarlierPlan() throws IOException {
    plan("--stress.variants=Unsafe*", "--stress.scenarios=Overdraw");
    Files.move(directory.resolve("plan.ndjson"), directory.resolve("stress.ndjson"));
    plan("--stress.variants=MissedLock*", "--stress.scenarios=Overdraw");
    plan("--stress.variants=GlobalLock*", "--stress.scenarios=Overdraw");

    assertThat(planned())
        .extracting(CellFacts::variant)
        .containsExactly("UnsafeBank", "GlobalLockBank");
    assertThat(directory.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void namesItsBuild() throws IOException {
    plan("--stress.variants=Unsafe*", "--build=now");
    assertThat(header().options())
        .containsEntry("build", "now")
        .containsEntry("stress.variants", "Unsafe*");
  }

  @Test
  void ofAllCellsNoFilterIsSaid() throws IOException {
    plan();
    Files.move(directory.resolve("plan.ndjson"), directory.resolve("stress.ndjson"));
    plan("--stress.variants=Unsafe*");
    assertThat(header().options()).containsEntry("stress.variants", "*");
  }

  @Test
  void theShardsOfARunHaveOnePlanWhateverEvidenceThereIs() throws IOException {
    plan("--stress.variants=Unsafe*", "--stress.scenarios=Overdraw");
    Files.move(directory.resolve("plan.ndjson"), directory.resolve("stress.ndjson"));
    assertThat(plan("--stress.variants=MissedLock*", "--stress.shard=2/4")).isZero();

    assertThat(planned()).extracting(CellFacts::variant).containsOnly("MissedLockBank");
    assertThat(planned()).hasSizeGreaterThan(4);
    assertThat(printed()).startsWith("plan: shard 2/4: stresses ");
  }

  @Test
  void refusesAShardThatThereIsNot() {
    assertThat(plan("--stress.shard=5/4")).isEqualTo(2);
    assertThat(printed()).startsWith("plan: stress.shard: the shard must be from 1 to 4: 5.");
  }

  @Test
  void refusesAFilterThatMatchesNothing() {
    assertThat(plan("--stress.variants=GlobaLockBank")).isEqualTo(2);
    assertThat(printed())
        .startsWith("plan: no variant matches \"GlobaLockBank\". Did you mean GlobalLockBank?");
  }

  @Test
  void takesADamagedFileForWhatItsHeaderAnnounces() throws IOException {
    plan("--stress.variants=Unsafe*", "--stress.scenarios=Overdraw");
    Path damaged = directory.resolve("stress.ndjson");
    Files.move(directory.resolve("plan.ndjson"), damaged);
    Files.writeString(damaged, Files.readString(damaged) + "not of it\n");

    plan("--stress.variants=GlobalLock*", "--stress.scenarios=Overdraw");

    assertThat(planned())
        .extracting(CellFacts::variant)
        .containsExactly("UnsafeBank", "GlobalLockBank");
  }

  private List<CellFacts> planned() throws IOException {
    return header().cells();
  }

  private Header header() throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    EvidenceReader.read(directory.resolve("plan.ndjson"), records::add);
    return (Header) records.get(0);
  }

  private int plan(String... args) {
    List<String> all = new ArrayList<>(List.of("--plan=" + directory.resolve("plan.ndjson")));
    all.addAll(List.of(args));
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return PlanCommand.execute(out, out, all.toArray(String[]::new));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).strip();
  }
}
