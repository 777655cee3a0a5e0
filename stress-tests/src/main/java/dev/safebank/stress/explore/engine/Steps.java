package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.Site;
import java.util.Optional;

/**
 * Where instrumented code enters the engine: it calls these methods just before it accesses a
 * field, an array element or a monitor. Not meant to be called by anything else.
 *
 * <p>Holds the one piece of static state that there is: the execution that goes on.
 */
public final class Steps {

  private static Execution current;

  private Steps() {}

  static void enter(Execution execution) {
    current = execution;
  }

  static void leave() {
    current = null;
  }

  /** The execution that goes on; null if instrumented code runs outside of one. */
  static Execution current() {
    return current;
  }

  static Optional<Actor> actor() {
    return current == null ? Optional.empty() : Optional.ofNullable(current.running());
  }

  /** A field of {@code object}, or a static field, is about to be read. */
  public static void read(Object object, int site) {
    field(object, Action.READ, site);
  }

  /** A field of {@code object}, or a static field, is about to be written. */
  public static void write(Object object, int site) {
    field(object, Action.WRITE, site);
  }

  private static void field(Object object, Action action, int at) {
    Execution execution = current;
    Actor actor = execution == null ? null : execution.running();
    if (actor != null) {
      Site site = execution.site(at);
      Memory memory = execution.memory();
      ObjectState state = object == null ? memory.statics() : memory.of(object);
      execution.touches().access(actor, state.field(site), action, site.mode(), at);
    }
  }

  /** An array's element is about to be read. */
  public static void readElement(Object array, int index, int site) {
    element(array, index, Action.READ, site);
  }

  /** An array's element is about to be written. */
  public static void writeElement(Object array, int index, int site) {
    element(array, index, Action.WRITE, site);
  }

  private static void element(Object array, int index, Action action, int at) {
    Execution execution = current;
    Actor actor = execution == null ? null : execution.running();
    if (actor != null && array != null && index >= 0) {
      execution
          .touches()
          .access(actor, execution.memory().of(array).element(index), action, Mode.PLAIN, at);
    }
  }

  /** Stands in for the start of a {@code synchronized} block. */
  public static void monitorEnter(Object object, int site) {
    if (current != null) {
      current.memory().of(object).monitor().lock(current, actor(), site);
    }
  }

  /** Stands in for the end of a {@code synchronized} block; throws nothing that ends executions. */
  public static void monitorExit(Object object, int site) {
    if (current != null) {
      current.memory().of(object).monitor().unlock(current, actor(), site);
    }
  }

  /** A class's initialisation begins: one step as a whole. */
  public static void quietly() {
    Actor actor = current == null ? null : current.anyone();
    if (actor != null) {
      actor.quiet++;
    }
  }

  /** A class's initialisation, or a call that counts as one step, ends. */
  public static void aloud() {
    Actor actor = current == null ? null : current.anyone();
    if (actor != null) {
      actor.quiet--;
    }
  }

  /** A call begins of a method that has a loop; numbers the call. */
  public static int frame() {
    Actor actor = current == null ? null : current.running();
    return actor == null ? 0 : actor.loops.newFrame();
  }

  /** The head of a loop is reached, from above or by jumping back. */
  public static void loop(int frame, int head, int end, boolean forgets, int site) {
    Execution execution = current;
    Actor actor = execution == null ? null : execution.running();
    if (actor != null) {
      Spinning.atHead(execution, actor, new Loops.Head(frame, head, end, forgets), site);
    }
  }

  /** Something is about to be called that may remember the call in ways that nobody is told of. */
  public static void remembers() {
    Actor actor = current == null ? null : current.running();
    if (actor != null) {
      actor.loops.remembers();
    }
  }

  /** Something is about to be called that the explorer cannot control. */
  public static void uncontrolled(int site) {
    if (actor().isPresent()) {
      current.findings().uncontrolled(site);
    }
  }

  /** Something is about to be used that leaves sequential consistency behind. */
  public static void relaxed(int site) {
    if (actor().isPresent()) {
      current.findings().relaxed(site);
    }
  }

  /** Something was created by {@code new}. */
  public static void created(Object object) {
    if (current != null && current.findings().hashCodes()) {
      current.hashCodes().created(object);
    }
  }
}
