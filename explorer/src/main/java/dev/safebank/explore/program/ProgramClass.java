package dev.safebank.explore.program;

import java.util.List;

/**
 * A class or interface of the explored program whose static state an execution could change, or
 * whose initialisation an actor could notice: it must be initialised anew in every execution.
 */
public interface ProgramClass {

  /** The class itself, as one class loader has defined it. */
  Class<?> type();

  /**
   * What must be initialised before it, in this order: its superclass, and the superinterfaces that
   * have default methods (JLS 12.4.2, step 7), as far as these are such classes themselves.
   */
  List<Integer> supertypes();

  /** Whether its initialisation runs any code, its own or a supertype's. */
  boolean runsCode();

  /**
   * Whether it cannot be initialised twice in one class loader: the JDK keeps the constants of an
   * enum for as long as there is the class.
   */
  boolean needsItsOwnLoader();

  /** Gives its static fields their default values, and constant variables their constants. */
  void clear();

  /** Runs the class's own static initialiser. */
  void runInitializer() throws Throwable;
}
