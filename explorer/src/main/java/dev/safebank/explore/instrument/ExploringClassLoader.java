package dev.safebank.explore.instrument;

import dev.safebank.explore.program.LoadedClasses;
import dev.safebank.explore.program.ProgramClass;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.site.FieldNames;
import dev.safebank.explore.site.Sites;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Loads and instruments the program's classes; all others come from its parent. Needs no agent, and
 * does not change the classes that the parent has loaded.
 *
 * <p>One loader serves many executions: before a class is first used in an execution, its static
 * fields are cleared, and its static initialiser runs again. Only an enum with a state cannot be
 * initialised twice, since {@link Class} keeps its constants; an exploration that meets one loads
 * all classes anew for each execution, from the same instrumented class files. That is always
 * right, and many times slower: it takes a millisecond or two per execution.
 */
public final class ExploringClassLoader extends ClassLoader implements LoadedClasses {

  static {
    registerAsParallelCapable();
  }

  private final ClassCatalogue catalogue;
  private final boolean forOneExecution;
  private final FieldNames fieldNames = new FieldNames(this);
  private final Map<Integer, ProgramClass> programClasses = new HashMap<>();

  /**
   * Loads what {@code parent} can find.
   *
   * @param leftOut prefixes of internal names of classes to leave alone, and whose methods without
   *     a result are not called
   */
  public ExploringClassLoader(ClassLoader parent, List<String> leftOut) {
    this(new ClassCatalogue(parent, leftOut), false);
  }

  private ExploringClassLoader(ClassCatalogue catalogue, boolean forOneExecution) {
    super("explorer", catalogue.parent());
    this.catalogue = catalogue;
    this.forOneExecution = forOneExecution;
  }

  @Override
  public Sites sites() {
    return catalogue.sites();
  }

  @Override
  public FieldNames fieldNames() {
    return fieldNames;
  }

  @Override
  public List<String> methodsInOrder(Class<?> type) {
    return List.copyOf(catalogue
        .hierarchy()
        .facts(type.getName().replace('.', '/'))
        .orElseThrow()
        .methods()
        .keySet());
  }

  @Override
  public ProgramClass programClass(int number) {
    return programClasses.computeIfAbsent(
        number, n -> new LoadedProgramClass(catalogue, catalogue.name(n), this));
  }

  @Override
  public OptionalInt numberOf(String internalName) {
    return catalogue.numberOf(internalName).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  @Override
  public ClassLoader classLoader() {
    return this;
  }

  @Override
  public Class<?> load(String binaryName) throws ClassNotFoundException {
    return Class.forName(binaryName, false, this);
  }

  @Override
  public ExploringClassLoader anew() {
    return new ExploringClassLoader(catalogue, true);
  }

  @Override
  public boolean isForOneExecution() {
    return forOneExecution;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    if (!catalogue.scope().isOurs(internalName)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name, internalName);
    }
  }

  private Class<?> define(String name, String internalName) throws ClassNotFoundException {
    byte[] classFile = instrumented(name, internalName)
        .orElseThrow(
            () -> new ClassNotFoundException(name + " is not on the class path of the explorer"));
    return defineClass(name, classFile, 0, classFile.length);
  }

  private Optional<byte[]> instrumented(String name, String internalName) {
    try {
      return catalogue.classFile(internalName);
    } catch (RuntimeException unreadable) {
      String reason = "cannot instrument the class %s: %s".formatted(name, unreadable);
      if (CurrentExecution.get() != null) {
        CurrentExecution.get().findings().bound(reason);
      }
      throw new LinkageError(reason, unreadable);
    }
  }
}
