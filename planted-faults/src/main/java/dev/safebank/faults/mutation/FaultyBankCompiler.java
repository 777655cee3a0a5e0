package dev.safebank.faults.mutation;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles faulty banks, all at once, into a folder. */
public final class FaultyBankCompiler {

  private FaultyBankCompiler() {}

  /**
   * Compiles banks against the class path of this program.
   *
   * @param banks all of one run, each name once
   * @param options of the compiler, such as annotation processors
   * @param more sources by the binary name of their class
   * @throws IllegalStateException if a bank does not compile; the message names it
   */
  public static void compile(
      List<FaultyBank> banks, Path folder, List<String> options, List<SourceUnit> more)
      throws IOException {
    Files.createDirectories(folder);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<JavaFileObject> sources = new ArrayList<>();
    banks.forEach(bank -> sources.add(new SourceUnit(bank.className(), bank.source()).file()));
    more.forEach(unit -> sources.add(unit.file()));
    List<String> all = new ArrayList<>(List.of(
        "--release",
        "17",
        "-parameters",
        "-g",
        "-nowarn",
        "-d",
        folder.toString(),
        "-classpath",
        System.getProperty("java.class.path")));
    all.addAll(options);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
      if (!compiler.getTask(null, files, problems, all, null, sources).call()) {
        throw new IllegalStateException("Planted faults do not compile:\n" + errors(problems));
      }
    }
  }

  /** A class that is compiled beside the banks. */
  public record SourceUnit(String className, String source) {

    JavaFileObject file() {
      URI uri = URI.create("string:///" + className.replace('.', '/') + ".java");
      return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return source;
        }
      };
    }
  }

  /** A loader of the classes in a folder, and of those of this program. */
  public static URLClassLoader load(Path folder) throws IOException {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, FaultyBankCompiler.class.getClassLoader());
  }

  private static String errors(DiagnosticCollector<JavaFileObject> problems) {
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(problem -> (problem.getSource() == null ? "" : problem.getSource().getName() + ": ")
            + problem.getLineNumber()
            + ": "
            + problem.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }
}
