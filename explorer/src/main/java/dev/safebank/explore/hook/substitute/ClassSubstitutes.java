package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;

/** Calls to {@code Class}. Which class calls does not matter: all are of one loader. */
@Substitutes(Class.class)
public final class ClassSubstitutes {

  private ClassSubstitutes() {}

  /** Stands in for {@link Class#forName(String)}, which initialises the class (JLS 12.4.1). */
  public static Class<?> forName(String name, int site) throws ClassNotFoundException {
    ClassLoader loader = CurrentExecution.get() == null
        ? ClassSubstitutes.class.getClassLoader()
        : CurrentExecution.get().classLoader();
    return forName(name, true, loader, site);
  }

  /** Stands in for {@link Class#forName(String, boolean, ClassLoader)}. */
  public static Class<?> forName(String name, boolean initialize, ClassLoader loader, int site)
      throws ClassNotFoundException {
    Class<?> type = Class.forName(name, initialize, loader);
    if (initialize && CurrentExecution.get() != null) {
      CurrentExecution.get().classes().ensure(type, site);
    }
    return type;
  }
}
