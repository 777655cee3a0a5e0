package dev.safebank.stress.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StressMatrixProcessorTest {

  private static final String OWN_BANK = """
      package mine;
      import dev.safebank.model.*;
      import dev.safebank.stress.generate.StressMatrix;
      import dev.safebank.stress.scenario.*;
      @LockingVariant(idea = "mine", keeps = Promise.CONSISTENT_TOTAL)
      public final class MyBank implements Bank {
        public MyBank(long[] openingBalances, Midway midway) {}
        @Override public boolean transfer(int from, int to, long amount) { return true; }
        @Override public long validate() { return 200; }
        @Override public long transferAndValidate(int from, int to, long amount) { return 200; }
        @Override public long[] balances() { return new long[0]; }
      }
      """;

  @TempDir
  private Path output;

  @Test
  void aBankOfOnesOwnIsCrossedWithEveryScenario() throws IOException {
    List<String> errors = compile("@StressMatrix(banks = MyBank.class) class MyMatrix {}");

    assertThat(errors).isEmpty();
    try (var files = Files.list(output.resolve("mine"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.matches("MyBank_\\w+\\.java") && !name.contains("jcstress"))
          .hasSize(10);
    }
  }

  @Test
  void onlyTheScenariosNamedAreCrossedWhenSomeAreNamed() {
    compile("@StressMatrix(banks = MyBank.class, scenarios = Overdraw.class) class MyMatrix {}");

    assertThat(output.resolve("mine/MyBank_Overdraw.java")).exists();
    assertThat(output.resolve("mine/MyBank_SelfTransfer.java")).doesNotExist();
  }

  @Test
  void anAnomalyIsForbiddenWhereItsPromiseIsKeptAndInterestingWhereItIsNot() throws IOException {
    compile("@StressMatrix(banks = MyBank.class) class MyMatrix {}");

    assertThat(Files.readString(output.resolve("mine/MyBank_TransferVersusValidate.java")))
        .containsPattern("id = \"MOVED, 200\",\\s+expect = Expect.ACCEPTABLE,")
        .containsPattern("id = \"MOVED, 150\",\\s+expect = Expect.FORBIDDEN,")
        .containsPattern("STUCK[^\"]*\",\\s+expect = Expect.ACCEPTABLE_INTERESTING,");
  }

  @Test
  void aBankWithoutAClaimIsAnErrorThatNamesIt() {
    assertThat(compile("@StressMatrix(banks = Bank.class) class MyMatrix {}"))
        .singleElement()
        .asString()
        .contains("dev.safebank.model.Bank has no @LockingVariant annotation: add one");
  }

  @Test
  void aBankThatCannotBeOpenedIsAnErrorThatSaysWhatItNeeds() {
    assertThat(compile("""
                @LockingVariant(idea = "closed", keeps = {}) abstract class ClosedBank implements Bank {}
                @StressMatrix(banks = ClosedBank.class) class MyMatrix {}
                """))
        .singleElement()
        .asString()
        .contains("ClosedBank needs a public constructor (long[] openingBalances, Midway midway)");
  }

  @Test
  void anEmptyMatrixIsAnError() {
    assertThat(compile("@StressMatrix class MyMatrix {}"))
        .singleElement()
        .asString()
        .contains("@StressMatrix names no variant");
  }

  @Test
  void twoBanksOfOneNameAreAnError() {
    assertThat(compile("@StressMatrix(banks = {MyBank.class, MyBank.class}) class MyMatrix {}"))
        .singleElement()
        .asString()
        .contains("mine.MyBank_TransferVersusValidate would be written twice; rename one");
  }

  /** Runs only the processor over MyBank and the given source; returns the errors. */
  private List<String> compile(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task = compiler.getTask(
        new StringWriter(),
        null,
        diagnostics,
        List.of("-proc:only", "-s", output.toString(), "-d", output.toString()),
        null,
        List.of(new SourceText(OWN_BANK + source)));
    task.setLocale(Locale.ROOT);
    task.setProcessors(List.of(new StressMatrixProcessor()));
    task.call();
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  private static final class SourceText extends SimpleJavaFileObject {

    private final String text;

    SourceText(String text) {
      super(URI.create("string:///mine/MyBank.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
