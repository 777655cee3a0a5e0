package dev.safebank.explore.hook;

import dev.safebank.explore.program.LoadedClasses;
import dev.safebank.explore.runtime.CurrentExecution;

/** Field updaters, which do not tell themselves which field they are for. */
public final class FieldUpdaterHooks {

  private FieldUpdaterHooks() {}

  /** An updater was created; not meant to be called by anything but instrumented code. */
  public static void created(Object updater, Class<?> type, String field) {
    if (type.getClassLoader() instanceof LoadedClasses classes) {
      classes.fieldNames().updater(updater, type, field);
    } else if (CurrentExecution.get() != null) {
      CurrentExecution.get().fieldNames().updater(updater, type, field);
    }
  }
}
