package dev.safebank.explore.soundness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** Loads a program's group of classes anew, as a JVM that has just started would. */
final class FreshLoader extends ClassLoader {

  private final String group;
  private final UnaryOperator<byte[]> change;

  /**
   * Loads what its parent can find.
   *
   * @param program binary name
   * @param change what to do to each class file
   */
  FreshLoader(ClassLoader parent, String program, UnaryOperator<byte[]> change) {
    super(parent);
    this.group = program.substring(0, program.indexOf('$'));
    this.change = change;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(group) && !name.startsWith(group + "$")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] classFile = change.apply(in.readAllBytes());
      return defineClass(name, classFile, 0, classFile.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
