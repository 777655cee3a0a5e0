package dev.safebank.explore.soundness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Finds a program's classes rewritten, and everything else as its parent does. Only their files:
 * whoever wants the classes loads them from those.
 */
final class RewritingLoader extends ClassLoader {

  private final String program;
  private final Rewriting rewriting;

  /** @param program binary name */
  RewritingLoader(ClassLoader parent, String program, Rewriting rewriting) {
    super(parent);
    this.program = program.replace('.', '/');
    this.rewriting = rewriting;
  }

  @Override
  public InputStream getResourceAsStream(String path) {
    InputStream in = super.getResourceAsStream(path);
    if (in == null || !isOfProgram(path)) {
      return in;
    }
    String name = path.substring(0, path.length() - ".class".length());
    try (in) {
      return new ByteArrayInputStream(rewriting.apply(program, name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOfProgram(String path) {
    return path.equals(program + ".class")
        || (path.startsWith(program + "$") && path.endsWith(".class"));
  }
}
