package dev.safebank.explore.instrument;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Everything public that a class file can call in the java.* packages of java.base. */
final class JdkMethods {

  private JdkMethods() {}

  /**
   * A method or constructor.
   *
   * @param owner internal name of the class
   * @param lineage the class and all its supertypes, nearest first
   */
  record JdkMethod(
      String owner, Set<String> lineage, String name, String descriptor, boolean isStatic) {

    @Override
    public String toString() {
      return owner + "." + name + descriptor;
    }
  }

  static List<JdkMethod> all() throws IOException {
    List<JdkMethod> methods = new ArrayList<>();
    for (Class<?> type : publicClasses()) {
      Set<String> lineage = lineage(type);
      Stream.concat(Arrays.stream(type.getConstructors()), Arrays.stream(type.getDeclaredMethods()))
          .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
          .forEach(method -> methods.add(method(type, lineage, method)));
    }
    return methods;
  }

  private static JdkMethod method(Class<?> type, Set<String> lineage, Executable executable) {
    boolean constructor = !(executable instanceof Method);
    String descriptor = constructor
        ? Type.getMethodDescriptor(
            Type.VOID_TYPE,
            Arrays.stream(executable.getParameterTypes()).map(Type::getType).toArray(Type[]::new))
        : Type.getMethodDescriptor((Method) executable);
    return new JdkMethod(
        Type.getInternalName(type),
        lineage,
        constructor ? "<init>" : executable.getName(),
        descriptor,
        Modifier.isStatic(executable.getModifiers()));
  }

  private static Set<String> lineage(Class<?> type) {
    Set<String> lineage = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      Class<?> next = open.poll();
      if (lineage.add(Type.getInternalName(next))) {
        if (next.getSuperclass() != null) {
          open.add(next.getSuperclass());
        }
        open.addAll(List.of(next.getInterfaces()));
        if (next.isInterface()) {
          open.add(Object.class);
        }
      }
    }
    return lineage;
  }

  private static List<Class<?>> publicClasses() throws IOException {
    Set<String> packages =
        ModuleFinder.ofSystem().find("java.base").orElseThrow().descriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .filter(name -> name.startsWith("java."))
            .collect(Collectors.toSet());
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.equals("module-info.class"))
          .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
          .filter(name -> name.contains("."))
          .filter(name -> packages.contains(name.substring(0, name.lastIndexOf('.'))))
          .sorted()
          .<Class<?>>map(JdkMethods::load)
          .filter(JdkMethods::isAccessible)
          .toList();
    }
  }

  private static boolean isAccessible(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      if (!Modifier.isPublic(at.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException("java.base lacks its own class " + name, impossible);
    }
  }
}
