package dev.safebank.explore.boundary;

/** What a call does to its receiver, or to one of its arguments. */
public enum OperandUse {
  /** Keeps or hands on the reference, and does not look into the object. */
  IGNORE('-'),
  /** Reads it. */
  READ('r'),
  /** Reads it in an order that does not show, and asks its parts as {@link #ASK} does. */
  READ_PARTS('e'),
  /** As {@link #READ_PARTS}, in an order that shows. */
  READ_PARTS_IN_ORDER('s'),
  /** As {@link #READ_PARTS}, in an order that shows in parts that compare as equal. */
  READ_PARTS_WITH_TIES('t'),
  /** Reads it part by part, and not in one call. */
  ITERATE('i'),
  /** Reads it if it is declared as an array, of arguments that is; ignores it otherwise. */
  READ_ARRAY('a'),
  /** Writes it. */
  WRITE('w'),
  /** Writes it, and asks its parts as {@link #ASK} does. */
  WRITE_PARTS('x'),
  /** Asks it, and its parts, for equality, order, a hash code or a string. */
  ASK('d'),
  /** Writes a cursor's own state, and leaves alone what it goes over. */
  WRITE_CURSOR('o'),
  /** Writes a cursor's own state, and reads what it goes over. */
  ADVANCE('n');

  private final char letter;

  OperandUse(char letter) {
    this.letter = letter;
  }

  static OperandUse of(char letter) {
    for (OperandUse use : values()) {
      if (use.letter == letter) {
        return use;
      }
    }
    throw new IllegalArgumentException("there is no use of an operand written " + letter);
  }

  /** Whether the object itself changes. */
  public boolean writes() {
    return this == WRITE || this == WRITE_PARTS || this == WRITE_CURSOR || this == ADVANCE;
  }

  /** Whether the object's parts are asked for equality, order, a hash code or a string. */
  public boolean asksParts() {
    return this == ASK || this == WRITE_PARTS || readsParts();
  }

  /** Whether the object is read, and its parts, but not what they are mapped to, are asked. */
  public boolean readsParts() {
    return this == READ_PARTS || this == READ_PARTS_IN_ORDER || this == READ_PARTS_WITH_TIES;
  }

  /** What is done to the collection that the operand is a view of. */
  public OperandUse onBacking(boolean isCursor) {
    return switch (this) {
      case WRITE_CURSOR -> IGNORE;
      case ADVANCE -> READ;
      case ASK -> isCursor ? IGNORE : ASK;
      default -> this;
    };
  }
}
