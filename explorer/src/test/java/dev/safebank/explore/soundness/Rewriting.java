package dev.safebank.explore.soundness;

import java.util.List;

/**
 * A change to a program's class files that must not change what it can show.
 *
 * @param kind what to do
 * @param order for {@link Kind#SWAP}: which of the actors comes first, which next
 */
public record Rewriting(Kind kind, List<Integer> order) {

  /** As it is. */
  public static final Rewriting NONE = new Rewriting(Kind.NONE, List.of());

  /** A volatile write before each line of source. */
  public static final Rewriting STEPS = new Rewriting(Kind.STEPS, List.of());

  /** What can be done. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** The methods of the actors in another order. */
    SWAP,
    /** A write to one more volatile field before each line of source. */
    STEPS
  }

  public Rewriting {
    order = List.copyOf(order);
  }

  /** The actors' methods in another order. */
  public static Rewriting swap(List<Integer> order) {
    return new Rewriting(Kind.SWAP, order);
  }

  /**
   * A class file after the change.
   *
   * @param program internal name of the program
   * @param name internal name of the class, which may be another of the program's
   */
  byte[] apply(String program, String name, byte[] classFile) {
    return switch (kind) {
      case NONE -> classFile;
      case SWAP -> name.equals(program) ? ActorOrder.change(classFile, order) : classFile;
      case STEPS -> ExtraSteps.insert(classFile, program, name.equals(program));
    };
  }
}
