package dev.safebank.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.Objection;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.Witness;
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
        List.of(),
        List.of(),
        List.of(new Objection(Objection.Kind.NO_EVIDENCE, "There is no evidence.")));
    assertThat(violations(Files.readString(write(none)))).isEmpty();
  }

  @Test
  void theSchemaRefusesAVerdictThatItDoesNotKnow() throws IOException {
    String json = Files.readString(write(everythingAtOnce()));
    assertThat(violations(json.replaceFirst("\"HELD\"", "\"GOOD\""))).isNotEmpty();
  }

  @Test
  void anotherVersionIsRefusedByName() throws IOException {
    Path file = folder.resolve(VerdictsFile.NAME);
    Files.writeString(file, "{\"schema\": \"safebank-verdicts/2\", \"variants\": 7}");
    assertThatThrownBy(() -> VerdictsFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": is of schema \"safebank-verdicts/2\", and this version reads only"
            + " \"safebank-verdicts/1\". Run `mvn verify` again.");
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
            new Exploration(
                4,
                true,
                List.of("bounded"),
                List.of(),
                List.of(new Exploration.Race("balances[0]", "write", "read"))),
            Map.of("MOVED, 200", 3L, "MOVED, 150", 1L),
            new Witness.Interleaving(
                "MOVED, 150",
                true,
                List.of(new Witness.Step(
                    "transfer",
                    "UnsafeBank.java:38",
                    "write balances[0] = 50",
                    Witness.Mark.INTRUDES))))
        .sees("GlobalLockBank", "Overdraw", "C2", Map.of("odd", 1L))
        .forgets("GlobalLockBank", "NestedValidate")
        .verdicts();
  }

  private static List<String> violations(String json) throws IOException {
    try (InputStream in = VerdictsFile.class.getResourceAsStream(
        "/dev/safebank/report/safebank-verdicts-1.schema.json")) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON).stream()
          .map(Object::toString)
          .toList();
    }
  }
}
