package dev.safebank.explore.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out about classes and their supertypes from their class files. */
public final class ClassHierarchy {

  private final ClassLoader resources;
  private final Map<String, Optional<ClassFacts>> known = new HashMap<>();

  public ClassHierarchy(ClassLoader resources) {
    this.resources = resources;
  }

  /** Empty if there is no such class file. */
  public Optional<ClassFacts> facts(String internalName) {
    Optional<ClassFacts> facts = known.get(internalName);
    if (facts == null) {
      facts = classFile(internalName).map(ClassFacts::of);
      known.put(internalName, facts);
    }
    return facts;
  }

  public Optional<byte[]> classFile(String internalName) {
    String path = internalName + ".class";
    try (InputStream in = open(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file " + path, e);
    }
  }

  private InputStream open(String path) {
    InputStream in = resources.getResourceAsStream(path);
    return in != null ? in : ClassLoader.getSystemResourceAsStream(path);
  }

  /** The class itself and all its supertypes, nearest first. */
  public Set<String> lineage(String internalName) {
    Set<String> lineage = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(internalName);
    while (!open.isEmpty()) {
      String next = open.poll();
      if (lineage.add(next)) {
        facts(next).ifPresent(facts -> open.addAll(facts.supertypes()));
      }
    }
    return lineage;
  }

  /** The class that declares a field that is accessed through {@code owner}. */
  public Optional<ClassFacts> declaringField(String owner, String field) {
    return lineage(owner).stream()
        .flatMap(name -> facts(name).stream())
        .filter(facts -> facts.fields().containsKey(field))
        .findFirst();
  }

  /** The class that declares a method that is called through {@code owner}. */
  public Optional<ClassFacts> declaringMethod(String owner, String nameAndDescriptor) {
    return lineage(owner).stream()
        .flatMap(name -> facts(name).stream())
        .filter(facts -> facts.methods().containsKey(nameAndDescriptor))
        .findFirst();
  }
}
