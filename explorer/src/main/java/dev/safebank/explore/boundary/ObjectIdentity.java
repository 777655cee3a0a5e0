package dev.safebank.explore.boundary;

/** What the specification says of which objects of a class are one and the same. */
public enum ObjectIdentity {
  /** Each {@code new} makes another object, and nothing else makes any. */
  CERTAIN,
  /** A box: only small numbers are always boxed as the same object (JLS 5.1.7). */
  BOX,
  /** A string: constants are the same object (JLS 3.10.5), other strings may be. */
  TEXT,
  /** What a lambda or a method reference evaluates to: new, or not (JLS 15.27.4, 15.13.3). */
  FUNCTION,
  /** An immutable object of the JDK: those that are equal may be the same object. */
  VALUE;

  static ObjectIdentity of(Class<?> type, ClassKind kind) {
    if (type.isHidden()) {
      return FUNCTION;
    }
    if (type == String.class) {
      return TEXT;
    }
    if (type == Boolean.class
        || type == Character.class
        || (type.getSuperclass() == Number.class && type.getPackageName().equals("java.lang"))) {
      return BOX;
    }
    boolean isImmutable =
        kind == ClassKind.VALUE || kind == ClassKind.PARTS || kind == ClassKind.SALTED;
    boolean isUnique = Enum.class.isAssignableFrom(type) || type == Class.class;
    return isImmutable && !isUnique ? VALUE : CERTAIN;
  }

  /** Whether a box has a value that is always boxed as the same object. */
  public static boolean isAlwaysTheSame(Object box) {
    if (box instanceof Character character) {
      return character <= Byte.MAX_VALUE;
    }
    return box instanceof Boolean
        || (box instanceof Number number
            && !(box instanceof Double)
            && !(box instanceof Float)
            && number.longValue() == number.byteValue());
  }
}
