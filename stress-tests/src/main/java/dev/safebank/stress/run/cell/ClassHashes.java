package dev.safebank.stress.run.cell;

import dev.safebank.model.specification.AnomalyClassifier;
import dev.safebank.stress.watch.Watchdog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * Hashes the class files that a cell's evidence is about: the generated test and all classes that
 * it refers to, directly or not. The classes of the JDK and of jcstress are left out, since their
 * versions are part of the evidence's environment, and so is the watchdog, which only observes.
 *
 * <p>Not safe for use by several threads.
 */
public final class ClassHashes {

  private static final int CONSTANT_CLASS = 7;

  private static final List<String> LEFT_OUT =
      List.of("java/", "javax/", "jdk/", "sun/", "org/openjdk/jcstress/", Watchdog.PACKAGE);

  private final ClassLoader classes;
  private final Map<String, Optional<ClassFile>> known = new HashMap<>();

  /** Hashes classes that a class loader finds; none of them is loaded. */
  public ClassHashes(ClassLoader classes) {
    this.classes = classes;
  }

  /**
   * The hash of classes and all that they refer to, in lower-case hexadecimal digits.
   *
   * @param roots binary names, e.g. that of a cell's test class
   */
  public String of(String... roots) {
    MessageDigest all = sha256();
    for (String name : reachableFrom(roots)) {
      all.update(name.getBytes(StandardCharsets.UTF_8));
      all.update((byte) 0);
      all.update(known.get(name).orElseThrow().hash());
    }
    return HexFormat.of().formatHex(all.digest());
  }

  /**
   * The hash of what programs of a variant are evidence of: its classes, and those that say what is
   * right.
   *
   * @param variant binary name of the variant's class
   */
  public String ofPrograms(String variant) {
    return of(variant, AnomalyClassifier.class.getName());
  }

  private SortedSet<String> reachableFrom(String... roots) {
    SortedSet<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    Arrays.stream(roots).map(root -> root.replace('.', '/')).forEach(open::add);
    while (!open.isEmpty()) {
      String next = open.poll();
      Optional<ClassFile> file = known.computeIfAbsent(next, this::read);
      if (file.isPresent() && reached.add(next)) {
        open.addAll(file.get().refersTo());
      }
    }
    return reached;
  }

  private Optional<ClassFile> read(String internalName) {
    if (LEFT_OUT.stream().anyMatch(internalName::startsWith)) {
      return Optional.empty();
    }
    try (InputStream in = classes.getResourceAsStream(internalName + ".class")) {
      return in == null ? Optional.empty() : Optional.of(ClassFile.of(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file of " + internalName, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** A class file's hash, and the classes that its constant pool names. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
  private record ClassFile(byte[] hash, SortedSet<String> refersTo) {

    static ClassFile of(byte[] bytes) {
      ClassReader reader = new ClassReader(bytes);
      char[] buffer = new char[reader.getMaxStringLength()];
      SortedSet<String> names = new TreeSet<>();
      for (int item = 1; item < reader.getItemCount(); item++) {
        int offset = reader.getItem(item);
        if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_CLASS) {
          names.add(element(reader.readUTF8(offset, buffer)));
        }
      }
      return new ClassFile(sha256().digest(bytes), names);
    }

    /** The class itself, or that of an array's elements. */
    private static String element(String name) {
      String stripped = name.replaceFirst("^\\[+", "");
      return stripped.startsWith("L") && stripped.endsWith(";")
          ? stripped.substring(1, stripped.length() - 1)
          : stripped;
    }
  }
}
