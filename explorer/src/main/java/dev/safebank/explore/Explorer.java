package dev.safebank.explore;

import dev.safebank.explore.actors.ProgramSource;
import dev.safebank.explore.instrument.ExploringClassLoader;
import dev.safebank.explore.options.ExplorationListener;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.Replay;
import dev.safebank.explore.search.ModelChecker;
import java.util.function.Function;

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
 * at a time, each on a thread of its own.
 *
 * <p>An exploration always comes back. If an actor does not come to its next step within
 * {@link dev.safebank.explore.options.Limits#stepTimeout}, whether it loops or blocks, the
 * exploration ends as incomplete, and tells where the actor is; its thread is left behind. After
 * {@link dev.safebank.explore.options.Limits#time} an exploration ends as well.
 */
public final class Explorer {

  private final ClassLoader classes;
  private final Options options;
  private final ExplorationListener listener;
  private ExploringClassLoader loader;

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
    this(options, classes, ExplorationListener.NONE);
  }

  /** The same, telling a listener now and then how far an exploration has come. */
  public Explorer(Options options, ClassLoader classes, ExplorationListener listener) {
    this.classes = classes;
    this.options = options;
    this.listener = listener;
    this.loader = new ExploringClassLoader(classes, options.leftOut());
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
   * @throws IllegalArgumentException if there is no such class, it is no jcstress test, or its
   *     state cannot be created
   */
  public Exploration explore(String test, Options itsOptions) {
    return explore(itsOptions, checker -> checker.explore(load(test)));
  }

  /**
   * Explores a program of actors.
   *
   * @throws IllegalArgumentException if it cannot be made, or its state cannot be created
   */
  public Exploration explore(ProgramSource program) {
    return explore(program, options);
  }

  /**
   * Explores a program of actors with options of its own.
   *
   * @throws IllegalArgumentException if it cannot be made, or its state cannot be created
   */
  public Exploration explore(ProgramSource program, Options itsOptions) {
    return explore(itsOptions, checker -> checker.explore(program));
  }

  private Exploration explore(Options itsOptions, Function<ModelChecker, Exploration> exploration) {
    ModelChecker checker = new ModelChecker(loader, itsOptions, listener);
    try {
      return exploration.apply(checker);
    } finally {
      if (checker.hasLeftThreadsBehind()) {
        loader = new ExploringClassLoader(classes, options.leftOut());
      }
    }
  }

  /**
   * Runs one witness again, its actors on threads, so that a debugger stops at breakpoints in the
   * test's source. A schedule that ends before the execution does stops it there.
   *
   * @param test binary name of the test class
   * @param schedule {@link dev.safebank.explore.result.Witness#schedule} of one of its witnesses
   * @throws IllegalArgumentException if there is no such test, or the schedule is not one of it
   */
  public Replay replay(String test, String schedule) {
    return new ModelChecker(loader, options, listener).replay(load(test), schedule);
  }

  /**
   * Runs one witness of a program of actors again, as {@link #replay(String, String)} does.
   *
   * @throws IllegalArgumentException if the schedule is not one of it
   */
  public Replay replay(ProgramSource program, String schedule) {
    return new ModelChecker(loader, options, listener).replay(program, schedule);
  }

  private Class<?> load(String test) {
    try {
      return Class.forName(test, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "There is no class " + test + " on the class path: compile it first, or add its folder",
          e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "Cannot explore the test %s: its classes cannot be loaded: %s".formatted(test, e), e);
    }
  }
}
