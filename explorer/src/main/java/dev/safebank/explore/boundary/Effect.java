package dev.safebank.explore.boundary;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a call does to memory that threads share.
 *
 * @param control whether the explorer can tell at all
 * @param receiver what becomes of the receiver, if there is one
 * @param arguments what becomes of the arguments; the last holds for all further ones
 * @param flags what else there is to it
 */
public record Effect(
    Control control, OperandUse receiver, List<OperandUse> arguments, Set<Flag> flags) {

  /** Whether a call is under the explorer's control. */
  public enum Control {
    /** The effect says what the call does. */
    KNOWN,
    /** What the call does or returns is not up to the explorer, but it does not block. */
    CHANCE,
    /** The call may block, or start threads: it must not be made. */
    ENDS,
    /** Nobody has said what the call does. */
    UNLISTED
  }

  /** More about a call. */
  public enum Flag {
    /** The result stands for receiver and arguments. */
    VIEW,
    /** As {@link #VIEW}, and the result has a state of its own. */
    CURSOR,
    /** A result that is a map's entry stands for the receiver. */
    ENTRY,
    /** The result locks its own monitor to use the first argument. */
    MUTEX,
    /** The order of the receiver's parts shows. */
    ORDER,
    /** An identity hash code would show. */
    IDENTITY,
    /** One atomic step, if the receiver is safe for threads. */
    ATOMIC,
    /** Not one atomic step, although the receiver is safe for threads. */
    WEAK,
    /** A write only if the program makes maps that are ordered by access. */
    ORDERED,
    /** Functions are called that may be handed the receiver's parts. */
    CALLBACK
  }

  /** What is known of a call that nobody has named. */
  public static final Effect NOT_LISTED =
      new Effect(Control.UNLISTED, OperandUse.IGNORE, List.of(OperandUse.IGNORE), Set.of());

  /** What a record's own methods do with its components. */
  public static final Effect ASKS_COMPONENTS = parse("-(d)+identity");

  public Effect {
    arguments = List.copyOf(arguments);
    flags = Set.copyOf(flags);
  }

  /** Reads an effect as the rules write it, e.g. {@code r(d-)+view}. */
  static Effect parse(String text) {
    return switch (text) {
      case "pure" -> known("-(-)");
      case "chance" -> uncontrolled(Control.CHANCE);
      case "ends" -> uncontrolled(Control.ENDS);
      default -> known(text);
    };
  }

  private static Effect uncontrolled(Control control) {
    return new Effect(control, OperandUse.IGNORE, List.of(OperandUse.IGNORE), Set.of());
  }

  private static Effect known(String text) {
    String[] parts = text.split("\\+", -1);
    String operands = parts[0];
    int open = operands.indexOf('(');
    String letters = open < 0 ? "d" : operands.substring(open + 1, operands.length() - 1);
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (int i = 1; i < parts.length; i++) {
      flags.add(Flag.valueOf(parts[i].toUpperCase(Locale.ROOT)));
    }
    return new Effect(
        Control.KNOWN,
        OperandUse.of(operands.charAt(0)),
        letters.chars().mapToObj(letter -> OperandUse.of((char) letter)).toList(),
        flags);
  }

  /** What becomes of an argument. */
  public OperandUse argument(int index) {
    return arguments.get(Math.min(index, arguments.size() - 1));
  }

  public boolean is(Flag flag) {
    return flags.contains(flag);
  }

  /** Whether the result stands for something else. */
  public boolean derives() {
    return is(Flag.VIEW) || is(Flag.CURSOR) || is(Flag.ENTRY) || is(Flag.MUTEX);
  }

  /** Whether it does nothing to any operand, so that nobody needs to be told of the call. */
  boolean isPure() {
    return control == Control.KNOWN
        && receiver == OperandUse.IGNORE
        && flags.isEmpty()
        && arguments.stream().allMatch(use -> use == OperandUse.IGNORE);
  }
}
