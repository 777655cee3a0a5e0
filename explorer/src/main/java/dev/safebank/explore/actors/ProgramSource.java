package dev.safebank.explore.actors;

/**
 * Where a program comes from: makes it of classes that the explorer loads anew, instrumented. What
 * the actors run must be of these classes, or its steps are not seen.
 */
public interface ProgramSource {

  /** The program's name in results and messages. */
  String name();

  /**
   * Makes the program.
   *
   * @param classes loads the classes to explore by their names; each time another one may be given
   * @throws IllegalArgumentException if the program cannot be made, with words for its user
   */
  ProgramDefinition define(ClassLoader classes);
}
