package dev.safebank.explore.hook;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.site.Site;

/**
 * Called by instrumented code before it uses a class that must be initialised for that (JLS
 * 12.4.1). Not meant to be called by anything else.
 */
public final class ClassHooks {

  private ClassHooks() {}

  /** A method is called that is too large to be instrumented. */
  public static void tooLarge(int site) {
    Execution execution = CurrentExecution.get();
    if (execution != null) {
      Site place = execution.site(site);
      execution.giveUp("cannot instrument %s.%s at %s: it becomes larger than a method may be"
          .formatted(place.className(), place.member(), place.where()));
    }
  }

  /**
   * A class is about to be used: an instance created, a static method called, a static field
   * accessed.
   *
   * @param number of the class
   */
  public static void use(int number, int site) {
    if (CurrentExecution.get() != null) {
      CurrentExecution.get().classes().ensure(number, site);
    }
  }
}
