package dev.safebank.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.safebank.evidence.Environment;
import dev.safebank.report.fixture.ExploredTests;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.VerdictsFile;
import dev.safebank.report.verdict.jcstress.TestStatus;
import dev.safebank.report.verdict.jcstress.TestVerdict;
import dev.safebank.report.verdict.jcstress.TestVerdicts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {

  private static final Environment HERE = environment("JDK 17");

  @TempDir
  private Path folder;

  private static Environment environment(String jvm) {
    return new Environment("Linux", "a CPU", 2, "unknown", jvm, Map.of("safebank", "1"));
  }

  private TestVerdicts add(TestVerdict... verdicts) throws IOException {
    return TestReport.add(folder, ExploredTests.REPLAY, HERE, List.of(verdicts), any -> true);
  }

  private TestVerdicts read() throws IOException {
    return VerdictsFile.read(
        folder.resolve(VerdictsFile.NAME), TestVerdicts.class, TestVerdicts.SCHEMA);
  }

  private static TestVerdict proved(String name) {
    return ExploredTests.proved(name);
  }

  @Test
  void whatIsWrittenIsReadBackAndThePageIsBesideIt() throws IOException {
    TestVerdicts written =
        TestReport.add(folder, ExploredTests.REPLAY, HERE, ExploredTests.all(), any -> true);

    assertThat(read()).isEqualTo(written);
    assertThat(written.tests()).containsExactlyInAnyOrderElementsOf(ExploredTests.all());
    assertThat(folder.resolve(TestReport.PAGE)).isNotEmptyFile();
  }

  @Test
  void whatIsWrittenIsValidByTheSchemaAndNothingElseIs() throws IOException {
    TestReport.add(folder, ExploredTests.REPLAY, HERE, ExploredTests.all(), any -> true);

    String json = Files.readString(folder.resolve(VerdictsFile.NAME));
    assertThat(violations(json)).isEmpty();
    assertThat(violations(json.replaceFirst("\"UNDECIDED\"", "\"PERHAPS\""))).isNotEmpty();
    assertThat(violations(json.replaceFirst("\"TRY_ACQUIRE\"", "\"TRY\""))).isNotEmpty();
    assertThat(violations(json.replaceFirst("\"doubts\"", "\"thoughts\""))).isNotEmpty();
  }

  @Test
  void aLaterRunAddsToAnEarlierOneAndReplacesWhatItHasRunAgain() throws IOException {
    add(proved("mine.OneTest"), proved("mine.OtherTest"));

    add(
        ExploredTests.all().get(1),
        TestVerdict.failed("mine.OneTest", "a1", proved("mine.OneTest").explored(), "gone wrong"));

    assertThat(read().tests())
        .extracting(TestVerdict::test)
        .containsExactly("mine.OneTest", "mine.OtherTest", "org.example.CounterTests$Volatile");
    assertThat(read().tests())
        .extracting(TestVerdict::status)
        .containsExactly(TestStatus.FAILED, TestStatus.PROVED, TestStatus.FAILED);
    assertThat(Files.readString(folder.resolve(TestReport.PAGE))).contains("gone wrong");
  }

  @Test
  void verdictsOnOtherClassesCountNoLonger() throws IOException {
    add(proved("mine.OneTest"), proved("mine.OtherTest"));

    TestReport.add(
        folder,
        ExploredTests.REPLAY,
        HERE,
        List.of(proved("mine.NewTest")),
        earlier -> !earlier.test().equals("mine.OneTest"));

    assertThat(read().tests().get(1)).satisfies(outdated -> {
      assertThat(outdated.test()).isEqualTo("mine.OneTest");
      assertThat(outdated.status()).isEqualTo(TestStatus.OUTDATED);
      assertThat(outdated.doubts())
          .containsExactly(
              "Its classes have changed since, or are not on the class path. Run it" + " again.");
      assertThat(outdated.outcomes()).isEmpty();
      assertThat(outdated.witnesses()).isEmpty();
    });
    assertThat(read().count(TestStatus.PROVED)).isEqualTo(2);
  }

  @Test
  void noDoVerdictsOfAnotherEnvironment() throws IOException {
    add(proved("mine.OneTest"));

    TestReport.add(
        folder,
        ExploredTests.REPLAY,
        environment("JDK 25"),
        List.of(proved("mine.NewTest")),
        any -> true);

    assertThat(read().environment().jvm()).isEqualTo("JDK 25");
    assertThat(read().tests())
        .extracting(TestVerdict::status)
        .containsExactly(TestStatus.PROVED, TestStatus.OUTDATED);
  }

  @Test
  void aFileThatCannotBeReadIsReplaced() throws IOException {
    Files.writeString(folder.resolve(VerdictsFile.NAME), "{\"schema\": \"something-else/7\"}");

    assertThat(add(proved("mine.OneTest")).tests()).hasSize(1);
    assertThat(read().tests()).hasSize(1);
  }

  @Test
  void runsAtOnceLoseNothing() throws Exception {
    ExecutorService runs = Executors.newFixedThreadPool(4);
    try {
      List<Callable<TestVerdicts>> all = IntStream.range(0, 40)
          .<Callable<TestVerdicts>>mapToObj(i -> () -> add(proved("mine.Test" + i)))
          .toList();
      for (Future<TestVerdicts> run : runs.invokeAll(all)) {
        run.get();
      }
    } finally {
      runs.shutdown();
    }
    assertThat(read().tests()).hasSize(40);
  }

  private static List<String> violations(String json) throws IOException {
    SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        registry -> registry.schemas(Map.of("urn:safebank:verdicts:3", schema(Verdicts.SCHEMA))));
    Schema schema = schemas.getSchema(schema(TestVerdicts.SCHEMA), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static String schema(String name) {
    try (InputStream in = VerdictsFile.class.getResourceAsStream(
        "/dev/safebank/report/%s.schema.json".formatted(name.replace('/', '-')))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
