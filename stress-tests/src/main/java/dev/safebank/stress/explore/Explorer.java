package dev.safebank.stress.explore;

import dev.safebank.stress.explore.engine.Exploring;
import dev.safebank.stress.explore.engine.Options;
import dev.safebank.stress.explore.instrument.ExploringClassLoader;
import dev.safebank.stress.explore.result.Exploration;

/**
 * Explores jcstress tests: runs every interleaving of a test's actors, and tells which outcomes
 * there are, how each comes about, and which accesses race.
 *
 * <pre>{@code
 * Exploration exploration = new Explorer().explore(MyTest.class);
 * exploration.outcomes().keySet(); // what can happen
 * exploration.complete();          // and whether that is all
 * }</pre>
 *
 * <p>The test and the classes it uses are loaded anew and instrumented; the JDK is not. What that
 * means, and what it rests on, the package's description says. An explorer keeps the classes it has
 * loaded, so one explorer for many tests is quicker than one for each. Explorations take place one
 * at a time.
 */
public final class Explorer {

  private final ExploringClassLoader loader;
  private final Options options;

  /** Explores with the usual options what the calling thread's class loader can find. */
  public Explorer() {
    this(Options.DEFAULT);
  }

  /** Explores what the calling thread's class loader can find. */
  public Explorer(Options options) {
    this(options, Thread.currentThread().getContextClassLoader());
  }

  /** Explores what a class loader can find; its classes themselves stay untouched. */
  public Explorer(Options options, ClassLoader classes) {
    this.loader = new ExploringClassLoader(classes);
    this.options = options;
  }

  /** Explores a jcstress test. */
  public Exploration explore(Class<?> test) {
    return explore(test.getName());
  }

  /**
   * Explores a jcstress test.
   *
   * @param test binary name of its class
   * @throws IllegalArgumentException if there is no such class, or it is no jcstress test
   */
  public Exploration explore(String test) {
    return explore(test, options);
  }

  /**
   * Explores a jcstress test with options of its own.
   *
   * @param test binary name of its class
   * @throws IllegalArgumentException if there is no such class, or it is no jcstress test
   */
  public Exploration explore(String test, Options itsOptions) {
    try {
      return Exploring.explore(Class.forName(test, false, loader), loader, itsOptions);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "There is no class " + test + " on the class path: compile it first, or add its folder",
          e);
    }
  }
}
