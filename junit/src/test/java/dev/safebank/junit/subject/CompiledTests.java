package dev.safebank.junit.subject;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.openjdk.jcstress.infra.processors.JCStressTestProcessor;

/**
 * Tests that are compiled as in a user's build: with jcstress's annotation processor, for the JDK
 * that runs.
 */
public final class CompiledTests extends SimpleJavaFileObject {

  private final String text;

  private CompiledTests(String text) {
    super(URI.create("string:///mine/Tests.java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  /** Compiles classes of the package {@code mine} into a folder, and returns what loads them. */
  public static URLClassLoader compile(Path folder, String classes) throws IOException {
    String source = """
        package mine;
        import java.util.concurrent.CountDownLatch;
        import org.openjdk.jcstress.annotations.*;
        import org.openjdk.jcstress.infra.results.*;
        """ + classes;
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    JavaCompiler.CompilationTask task = compiler.getTask(
        said,
        null,
        null,
        List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path")),
        null,
        List.<JavaFileObject>of(new CompiledTests(source)));
    task.setProcessors(List.of(new JCStressTestProcessor()));
    if (!task.call()) {
      throw new AssertionError(said.toString());
    }
    URL[] compiled = {folder.toUri().toURL()};
    return new URLClassLoader(compiled, CompiledTests.class.getClassLoader());
  }
}
