package dev.safebank.explore.boundary;

import java.util.Locale;

/** What another thread can feel of a use of an object of the JDK. */
public enum ClassKind {
  /** Not known. */
  NONE,
  /** Immutable: nothing. */
  VALUE,
  /** Immutable itself; its parts need not be. */
  PARTS,
  /** Immutable itself; the order of its parts is chance. */
  SALTED,
  /** Mutable and not safe for threads: a use is a plain access to the object as a whole. */
  PLAIN,
  /** As {@link #PLAIN}; iterated in the order of hash codes. */
  HASHED,
  /** Safe for threads by its own monitor. */
  LOCKED,
  /** As {@link #LOCKED}; iterated in the order of hash codes. */
  HLOCKED,
  /** Safe for threads: calls on a single key are one step on that key. */
  KEYED,
  /** Safe for threads: calls on a single element are one step on the object. */
  QUEUE,
  /** As {@link #QUEUE}; whoever reads it reads a snapshot. */
  SNAPSHOT,
  /** An atomic variable. */
  VARIABLE,
  /** An array of atomic variables. */
  ELEMENTS;

  static ClassKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether several threads may use the object at the same time. */
  public boolean isSafe() {
    return this == KEYED || this == QUEUE || this == SNAPSHOT;
  }

  /** Whether its own equality and order look into other objects of its kind. */
  public boolean isComposite() {
    return this != NONE && this != VALUE && this != VARIABLE && this != ELEMENTS;
  }

  /** Whether it has a state that changes. */
  public boolean isMutable() {
    return this != NONE && this != VALUE && this != PARTS && this != SALTED;
  }

  /** Whether it is iterated in the order of hash codes, which is chance for identity hash codes. */
  public boolean isHashed() {
    return this == HASHED || this == HLOCKED || this == KEYED;
  }
}
