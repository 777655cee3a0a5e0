package dev.safebank.stress.explore.instrument;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads the program's classes anew, instrumented; everything else comes from its parent. Needs no
 * agent and leaves the classes that the parent has loaded alone.
 */
public final class ExploringClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final Hierarchy hierarchy;
  private final Sites sites = new Sites();
  private final FieldNames fieldNames = new FieldNames(this);
  private final Map<Class<?>, MethodHandle> resets = new LinkedHashMap<>();

  /** Loads what {@code parent} can find. */
  public ExploringClassLoader(ClassLoader parent) {
    super("explorer", parent);
    this.hierarchy = new Hierarchy(parent);
  }

  /** The sites of all classes loaded so far. */
  public Sites sites() {
    return sites;
  }

  /** Which fields handles and updaters are for that these classes have created. */
  public FieldNames fieldNames() {
    return fieldNames;
  }

  /** The methods that a class file has, by name and descriptor, in the order of the source. */
  public List<String> methodsInOrder(Class<?> type) {
    return List.copyOf(hierarchy
        .facts(type.getName().replace('.', '/'))
        .orElseThrow()
        .methods()
        .keySet());
  }

  /**
   * Initialises anew the static fields of all classes that may hold what an execution left there.
   */
  public void resetStatics() {
    for (MethodHandle reset : resets.values()) {
      try {
        reset.invokeExact();
      } catch (RuntimeException | Error failure) {
        throw failure;
      } catch (Throwable failure) {
        throw new IllegalStateException("a static initialiser failed when run again", failure);
      }
    }
  }

  /** Called by the static initialiser of a class that must be initialised anew each time. */
  public static void initialised(Class<?> type) throws ReflectiveOperationException {
    ExploringClassLoader loader = (ExploringClassLoader) type.getClassLoader();
    MethodHandle reset = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
        .findStatic(type, Statics.INITIALISER, MethodType.methodType(void.class));
    loader.resets.put(type, reset);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    if (!Territory.isOurs(internalName)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name, internalName);
    }
  }

  private Class<?> define(String name, String internalName) throws ClassNotFoundException {
    byte[] original = hierarchy
        .classFile(internalName)
        .orElseThrow(
            () -> new ClassNotFoundException(name + " is not on the class path of the explorer"));
    byte[] instrumented;
    synchronized (hierarchy) {
      instrumented = ClassInstrumenter.instrument(original, hierarchy, sites);
    }
    return defineClass(name, instrumented, 0, instrumented.length);
  }
}
