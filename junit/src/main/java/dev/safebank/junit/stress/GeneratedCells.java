package dev.safebank.junit.stress;

import dev.safebank.console.UserError;
import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.Header;
import dev.safebank.model.Bank;
import dev.safebank.stress.command.StressCommand;
import dev.safebank.stress.generate.StressMatrix;
import dev.safebank.stress.generate.StressMatrixProcessor;
import dev.safebank.stress.run.cell.CellDiscovery;
import dev.safebank.stress.run.cell.StressCell;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.openjdk.jcstress.infra.processors.JCStressTestProcessor;

/**
 * The jcstress tests of one bank, one for each scenario: generated and compiled while tests run, by
 * the annotation processors that generate those of a {@link StressMatrix}.
 *
 * @param cells in the order of the scenarios
 * @param classes the folder that they were compiled into
 */
public record GeneratedCells(List<StressCell> cells, Path classes) {

  private static final String MATRIX = "JudgedBankMatrix";
  private static final int MOST_ERRORS = 5;

  public GeneratedCells {
    cells = List.copyOf(cells);
  }

  /**
   * Generates and compiles.
   *
   * @param folder where; what is there is deleted
   * @throws UserError if that is not possible; the message says why
   */
  public static GeneratedCells of(Class<? extends Bank> bank, List<Class<?>> scenarios, Path folder)
      throws IOException {
    Path classes = emptied(folder.resolve("classes"));
    Path sources = emptied(folder.resolve("sources"));
    compile(bank, matrix(bank, scenarios), classes, sources);
    URL[] compiled = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(compiled, bank.getClassLoader())) {
      return new GeneratedCells(CellDiscovery.compiledInto(classes, loader), classes);
    }
  }

  /** Stresses them, if need be. */
  public StressEvidence stress(Path folder, StressRequest request) throws IOException {
    return new StressRun(folder, request)
        .evidence(
            StressCommand.class, List.of("--stress.keep=0"), List.of(classes), this::areThoseOf);
  }

  private boolean areThoseOf(Header header) {
    Set<CellFacts> facts = cells.stream().map(StressCell::facts).collect(Collectors.toSet());
    return new HashSet<>(header.cells()).equals(facts);
  }

  private static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  private static JavaFileObject matrix(Class<? extends Bank> bank, List<Class<?>> scenarios) {
    String home = bank.getPackageName().isEmpty() ? "" : "package " + bank.getPackageName() + ";";
    return new MatrixSource("""
        %s
        @%s(banks = %s.class, unclaimed = true, scenarios = {%s})
        final class %s {}
        """.formatted(
            home,
            StressMatrix.class.getName(),
            bank.getCanonicalName(),
            scenarios.stream()
                .map(scenario -> scenario.getCanonicalName() + ".class")
                .collect(Collectors.joining(", ")),
            MATRIX));
  }

  private static void compile(
      Class<? extends Bank> bank, JavaFileObject matrix, Path classes, Path sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new UserError(
          "Stress needs a compiler, and the Java in %s has none: run the tests on a JDK."
              .formatted(System.getProperty("java.home")));
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task = compiler.getTask(
        new StringWriter(),
        null,
        diagnostics,
        List.of(
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            "-s",
            sources.toString(),
            "-encoding",
            "UTF-8",
            "-Xlint:none"),
        null,
        List.of(matrix));
    task.setLocale(Locale.ROOT);
    task.setProcessors(List.of(new StressMatrixProcessor(), new JCStressTestProcessor()));
    if (!task.call()) {
      throw new UserError(
          "The tests with which to stress %s cannot be generated: %s. They lie in its package, and must have access to it and to its scenarios: make them public, or do not stress."
              .formatted(bank.getName(), errors(diagnostics)));
    }
  }

  private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .distinct()
        .limit(MOST_ERRORS)
        .collect(Collectors.joining("; "));
  }

  /** A source that is in no file. */
  private static final class MatrixSource extends SimpleJavaFileObject {

    private final String text;

    MatrixSource(String text) {
      super(URI.create("string:///" + MATRIX + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
