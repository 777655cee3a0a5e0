package dev.safebank.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.safebank.report.fixture.Interleavings;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.ShardFixture;
import dev.safebank.report.input.MergedShards;
import dev.safebank.report.judge.Judge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictsFileTest {

  @TempDir
  private Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Verdicts verdicts = everythingAtOnce();
    Path file = write(verdicts);
    assertThat(VerdictsFile.read(file)).isEqualTo(verdicts);
  }

  @Test
  void whatIsWrittenIsValidByTheSchema() throws IOException {
    assertThat(violations(Files.readString(write(everythingAtOnce())))).isEmpty();
  }

  @Test
  void verdictsWithoutEvidenceAreValidByTheSchema() throws IOException {
    Verdicts none = new Verdicts(
        Verdicts.SCHEMA,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(new GateViolation(GateViolation.Rule.NO_EVIDENCE, "There is no evidence.")));
    assertThat(violations(Files.readString(write(none)))).isEmpty();
  }

  @Test
  void verdictsOnShardsAreValidByTheSchemaAndReadBack() throws IOException {
    new ShardFixture(folder.resolve("x86_64"), RunFixture.good()).all(2);
    new ShardFixture(folder.resolve("aarch64"), RunFixture.good()).on("aarch64").all(2);
    Verdicts merged = Judge.judge(MergedShards.in(List.of(folder)).gathered(Optional.empty()));

    Path file = write(merged);

    assertThat(violations(Files.readString(file))).isEmpty();
    assertThat(VerdictsFile.read(file)).isEqualTo(merged);
  }

  @Test
  void whatOneMachineMadeSaysNothingOfOthers() throws IOException {
    assertThat(Files.readString(write(everythingAtOnce()))).doesNotContain("fleet", "platform");
  }

  @Test
  void theSchemaRefusesAVerdictThatItDoesNotKnow() throws IOException {
    String json = Files.readString(write(everythingAtOnce()));
    assertThat(violations(json.replaceFirst("\"HELD\"", "\"GOOD\""))).isNotEmpty();
  }

  @Test
  void theSchemaWantsEveryFieldOfAStep() throws IOException {
    String json = Files.readString(write(everythingAtOnce()));
    assertThat(json).contains("\"variable\" : \"bank.balances[0]\",");
    assertThat(violations(json.replaceFirst("\"variable\" : \"bank.balances\\[0]\",", "")))
        .isNotEmpty();
    assertThat(violations(json.replaceFirst("\"TRY_ACQUIRE\"", "\"TRY\""))).isNotEmpty();
    assertThat(violations(json.replaceFirst("\"THREAD_END\"|\"LOCK\"", "\"KEY\"")))
        .isNotEmpty();
  }

  @Test
  void anotherVersionIsRefusedByName() throws IOException {
    Path file = folder.resolve(VerdictsFile.NAME);
    Files.writeString(file, "{\"schema\": \"safebank-verdicts/9\", \"variants\": 7}");
    assertThatThrownBy(() -> VerdictsFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": is of schema \"safebank-verdicts/9\", and this version reads only"
            + " \"" + Verdicts.SCHEMA + "\". Run `mvn verify` again.");
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    Path file = write(everythingAtOnce());
    Files.writeString(file, Files.readString(file).substring(0, 5000));
    assertThatThrownBy(() -> VerdictsFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is damaged")
        .hasMessageEndingWith("Run `mvn verify` again.");
  }

  @Test
  void noFileIsRefused() {
    Path file = folder.resolve("absent.json");
    assertThatThrownBy(() -> VerdictsFile.read(file))
        .hasMessage(file + ": there are no verdicts. Run `mvn verify` first.");
  }

  private Path write(Verdicts verdicts) throws IOException {
    Path file = folder.resolve(VerdictsFile.NAME);
    VerdictsFile.write(file, verdicts);
    return file;
  }

  private static Verdicts everythingAtOnce() {
    return RunFixture.good()
        .explored(
            "UnsafeBank",
            "TransferVersusValidate",
            new ExplorationVerdict(
                4, true, List.of("bounded"), List.of(), List.of(Interleavings.race())),
            Map.of("MOVED, 200", 3L, "MOVED, 150", 1L),
            Interleavings.tornTotal())
        .explored(
            "LeakyGlobalLockBank",
            "FailedTransfer",
            RunFixture.raceFree(2),
            Map.of("FAILED, MOVED, 200", 1L, "STUCK", 1L),
            Interleavings.leakedLock())
        .sees("GlobalLockBank", "Overdraw", "C2", Map.of("odd", 1L))
        .forgets("GlobalLockBank", "NestedValidate")
        .verdicts();
  }

  private static List<String> violations(String json) throws IOException {
    try (InputStream in = VerdictsFile.class.getResourceAsStream(
        "/dev/safebank/report/%s.schema.json".formatted(Verdicts.SCHEMA.replace('/', '-')))) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON).stream()
          .map(Object::toString)
          .toList();
    }
  }
}
