package dev.safebank.stress.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.stress.scenario.Scenarios;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
          .hasSameSizeAs(Scenarios.all());
    }
  }

  @Test
  void onlyTheScenariosNamedAreCrossedWhenSomeAreNamed() {
    compile("@StressMatrix(banks = MyBank.class, scenarios = Overdraw.class) class MyMatrix {}");

    assertThat(output.resolve("mine/MyBank_Overdraw.java")).exists();
    assertThat(output.resolve("mine/MyBank_SelfTransfer.java")).doesNotExist();
  }

  @Test
  void whatTheSpecificationAllowsIsAcceptableAndTheRestByWhatTheVariantAdmits() throws IOException {
    compile("@StressMatrix(banks = MyBank.class) class MyMatrix {}");

    assertThat(Files.readString(output.resolve("mine/MyBank_TransferVersusValidate.java")))
        .containsPattern("id = \"MOVED, 200\",\\s+expect = Expect.ACCEPTABLE,")
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
  void aMatrixMayJudgeABankWithoutAClaimAgainstEveryPromise() throws IOException {
    List<String> errors = compile("""
        @StressMatrix(banks = Unclaimed.class, unclaimed = true) class MyMatrix {}
        final class Unclaimed implements Bank {
          public Unclaimed(long[] openingBalances, Midway midway) {}
        }
        """);

    assertThat(errors).isEmpty();
    assertThat(Files.readString(output.resolve("mine/Unclaimed_TransferVersusValidate.java")))
        .doesNotContain("ACCEPTABLE_INTERESTING");
  }

  @Test
  void aBankThatCannotBeOpenedIsAnErrorThatSaysWhatItNeeds() {
    assertThat(compile("""
                @LockingVariant(idea = "closed", keeps = {}) final class ClosedBank implements Bank {}
                @StressMatrix(banks = ClosedBank.class) class MyMatrix {}
                """))
        .singleElement()
        .asString()
        .contains("ClosedBank needs a public constructor (long[] openingBalances, Midway midway)");
  }

  @Test
  void theAnomaliesOfABankThatKeepsAllButOnePromiseAreForbiddenButForThat() throws IOException {
    compile("@StressMatrix(banks = AlmostRight.class) class MyMatrix {}"
        + bank("AlmostRight", "keepsAllBut = {Promise.CONSISTENT_TOTAL, Promise.LINEARIZABLE}"));

    assertThat(Files.readString(output.resolve("mine/AlmostRight_TransferVersusValidate.java")))
        .containsPattern("@Outcome\\(\\s+expect = Expect.ACCEPTABLE_INTERESTING,")
        .containsPattern("STUCK[^\"]*\",\\s+expect = Expect.FORBIDDEN,");
  }

  @Test
  void aBankThatGivesNeitherOfItsTwoListsOfPromisesIsAnError() {
    assertThat(compile("@StressMatrix(banks = Silent.class) class MyMatrix {}"
            + bank("Silent", "twin = MyBank.class")))
        .singleElement()
        .asString()
        .contains(
            "mine.Silent claims nothing in @LockingVariant: add keeps = … or keepsAllBut = …");
  }

  @Test
  void aBankThatGivesBothListsOfPromisesIsAnError() {
    assertThat(compile("@StressMatrix(banks = Torn.class) class MyMatrix {}"
            + bank("Torn", "keeps = {}, keepsAllBut = {}")))
        .singleElement()
        .asString()
        .contains("mine.Torn claims both keeps and keepsAllBut in @LockingVariant: remove one");
  }

  @Test
  void aBankThatListsAPromiseTwiceIsAnError() {
    assertThat(compile("@StressMatrix(banks = Double.class) class MyMatrix {}"
            + bank("Double", "keeps = {Promise.NESTS, Promise.NESTS}")))
        .singleElement()
        .asString()
        .contains("mine.Double lists NESTS twice in @LockingVariant: remove one of them");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", textBlock = """
      abstract class B implements Bank { public B(long[] b, Midway m) {} } => B is abstract: name a class that can be instantiated, or leave it out
      interface B extends Bank {} => B is no class of which a bank can be opened: name the class that implements it
      class B implements Bank { public B(long[] b, Midway m) throws java.io.IOException {} } => B cannot be opened where java.io.IOException is not expected: catch it in the constructor
      class B implements Bank { B(long[] b, Midway m) {} } => B needs a public constructor (long[] openingBalances, Midway midway)
      class B implements Bank { public B(long[] b) {} } => B needs a public constructor (long[] openingBalances, Midway midway)
      """)
  void aBankThatTestsCannotOpenIsAnErrorThatSaysWhatToDo(String bank, String error) {
    assertThat(compile(
            "@StressMatrix(banks = B.class) class MyMatrix {} @LockingVariant(idea = \"b\", keeps = {}) "
                + bank))
        .singleElement()
        .asString()
        .contains("mine." + error);
  }

  @Test
  void anInnerClassIsAnErrorThatSaysWhatToDo() {
    assertThat(compile("""
                @StressMatrix(banks = Outer.Inner.class) class Outer {
                  @LockingVariant(idea = "inner", keeps = {}) class Inner implements Bank {
                    public Inner(long[] openingBalances, Midway midway) {}
                  }
                }
                """))
        .singleElement()
        .asString()
        .contains(
            "mine.Outer.Inner is an inner class, which needs an instance of another: make it static");
  }

  @Test
  void aPrivateClassIsAnErrorThatSaysWhatToDo() {
    assertThat(compile("""
                class Outer {
                  @StressMatrix(banks = Hidden.class) static class MyMatrix {}
                  @LockingVariant(idea = "hidden", keeps = {}) private static class Hidden implements Bank {
                    public Hidden(long[] openingBalances, Midway midway) {}
                  }
                }
                """))
        .singleElement()
        .asString()
        .contains("mine.Outer.Hidden is not accessible from package mine, where its tests are"
            + " generated: make mine.Outer.Hidden public");
  }

  @Test
  void aClassThatIsNotThereIsAnErrorAndNoCrash() {
    assertThat(compile("@StressMatrix(banks = Missing.class) class MyMatrix {}"))
        .anyMatch(error -> error.contains("cannot find symbol")
            || error.contains("banks names a class that is not there, or is not accessible"));
  }

  @Test
  void aGenericBankWithAnAnnotatedParameterAndUncheckedExceptionsIsCrossed() throws IOException {
    assertThat(compile("""
                @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Known {}
                @StressMatrix(banks = Generic.class) class MyMatrix {}
                @LockingVariant(idea = "generic", keeps = {}) class Generic<T> implements Bank {
                  public Generic(long @Known [] openingBalances, @Known Midway midway)
                      throws IllegalStateException {}
                }
                """)).isEmpty();
    assertThat(Files.readString(output.resolve("mine/Generic_Overdraw.java")))
        .contains("variant = Generic.class", "super(Generic::new)");
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
        .contains("mine.MyBank_TransferVersusValidate would be generated twice; rename one");
  }

  /** A bank with these claims that can be opened. */
  private static String bank(String name, String claims) {
    return """
        @LockingVariant(idea = "mine, too", %2$s) final class %1$s implements Bank {
          public %1$s(long[] openingBalances, Midway midway) {}
        }
        """.formatted(name, claims);
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
