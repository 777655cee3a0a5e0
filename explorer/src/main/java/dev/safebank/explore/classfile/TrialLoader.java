package dev.safebank.explore.classfile;

/** Tries out static initialisers that make constants, in classes that are dropped afterwards. */
public final class TrialLoader extends ClassLoader {

  private final ClassHierarchy hierarchy;
  private final InstrumentationScope scope;

  private TrialLoader(ClassLoader parent, ClassHierarchy hierarchy, InstrumentationScope scope) {
    super("trial", parent);
    this.hierarchy = hierarchy;
    this.scope = scope;
  }

  /** Whether the class can be initialised. */
  public static boolean succeeds(
      String internalName,
      ClassLoader parent,
      ClassHierarchy hierarchy,
      InstrumentationScope scope) {
    try {
      Class.forName(
          internalName.replace('/', '.'), true, new TrialLoader(parent, hierarchy, scope));
      return true;
    } catch (ClassNotFoundException | LinkageError failure) {
      return false;
    } catch (RuntimeException | Error thrownByTheInitializer) {
      return false;
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    if (!scope.isOurs(internalName)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name, internalName);
    }
  }

  private Class<?> define(String name, String internalName) throws ClassNotFoundException {
    byte[] classFile =
        hierarchy.classFile(internalName).orElseThrow(() -> new ClassNotFoundException(name));
    return defineClass(name, classFile, 0, classFile.length);
  }
}
