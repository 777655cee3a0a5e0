package dev.safebank.stress.explore.engine;

/** Field updaters, which do not tell themselves which field they are for. */
public final class Updaters {

  private Updaters() {}

  /** An updater was created; not meant to be called by anything but instrumented code. */
  public static void created(Object updater, Class<?> type, String field) {
    if (Steps.current() != null) {
      Steps.current().fieldNames().updater(updater, type, field);
    }
  }
}
