package dev.safebank.explore.program;

import dev.safebank.explore.boundary.ProgramLoader;
import dev.safebank.explore.site.FieldNames;
import dev.safebank.explore.site.Sites;
import java.util.List;
import java.util.OptionalInt;

/** The instrumented classes of the program that is explored. */
public interface LoadedClasses extends ProgramLoader {

  /** The sites of all classes loaded so far. */
  Sites sites();

  /** Which fields handles and updaters are for that these classes have created. */
  FieldNames fieldNames();

  /** The methods that a class file has, by name and descriptor, in the order of the source. */
  List<String> methodsInOrder(Class<?> type);

  /** The class with this number that must be initialised in every execution. */
  ProgramClass programClass(int number);

  /**
   * The number of a class that must be initialised in every execution; empty for any other.
   *
   * @param internalName e.g. {@code java/lang/String}
   */
  OptionalInt numberOf(String internalName);

  /** What has loaded them. */
  ClassLoader classLoader();

  /** Loads a class, without initialising it. */
  Class<?> load(String binaryName) throws ClassNotFoundException;

  /** The same classes, not loaded yet, in a new class loader: nothing static is shared. */
  LoadedClasses anew();

  /** Whether every execution is to have classes of its own. */
  boolean isForOneExecution();
}
