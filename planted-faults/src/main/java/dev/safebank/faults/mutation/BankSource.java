package dev.safebank.faults.mutation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The source of a bank, parsed: a tree whose nodes know where they stand in the text. */
final class BankSource {

  /** Each source is parsed once. */
  private static final ClassValue<BankSource> PARSED = new ClassValue<>() {
    @Override
    protected BankSource computeValue(Class<?> bank) {
      return parse(bank);
    }
  };

  private final Class<?> bank;
  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  private BankSource(
      Class<?> bank, String text, CompilationUnitTree unit, SourcePositions positions) {
    this.bank = bank;
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  /**
   * Reads the source that lies on the class path beside the class.
   *
   * @throws IllegalArgumentException if there is none
   */
  static BankSource of(Class<?> bank) {
    return PARSED.get(bank);
  }

  private static BankSource parse(Class<?> bank) {
    String text = read(bank);
    JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, null, List.of("-proc:none"), null, List.of(inMemory(bank, text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return new BankSource(bank, text, unit, Trees.instance(task).getSourcePositions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Class<?> bank) {
    try (InputStream source = bank.getResourceAsStream(bank.getSimpleName() + ".java")) {
      if (source == null) {
        throw new IllegalArgumentException(
            "The source of " + bank.getName() + " is not on the class path");
      }
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject inMemory(Class<?> bank, String text) {
    URI uri = URI.create("string:///" + bank.getSimpleName() + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  Class<?> bank() {
    return bank;
  }

  String text() {
    return text;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  String text(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  /** The text of some statements, one after the other. */
  String text(List<? extends StatementTree> statements) {
    return String.join("\n", statements.stream().map(this::text).toList());
  }

  Edit replace(Tree tree, String replacement) {
    return new Edit(start(tree), end(tree), replacement);
  }

  Edit remove(Tree tree) {
    return replace(tree, "");
  }
}
