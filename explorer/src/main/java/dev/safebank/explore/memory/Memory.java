package dev.safebank.explore.memory;

import java.util.IdentityHashMap;

/** All objects that one execution has touched, by identity. */
public final class Memory {

  /** Up to this size a linear search is faster than a hash table. */
  private static final int FEW = 12;

  private static final Object STATICS = new Object();

  private final ObjectState[] few = new ObjectState[FEW];
  private int size;
  private final IdentityHashMap<Object, ObjectState> many = new IdentityHashMap<>(0);
  private final IdentityHashMap<Object, Derived> derived = new IdentityHashMap<>(0);

  /** How often this execution has come by an object of a class whose identity is left open. */
  private enum Origin {
    CONSTANT,
    EVALUATED,
    EVALUATED_AGAIN
  }

  private final IdentityHashMap<Object, Origin> origins = new IdentityHashMap<>(0);
  private final IdentityHashMap<Object, Boolean> countedWithoutCalls = new IdentityHashMap<>(0);

  public ObjectState of(Object object) {
    for (int i = 0; i < size; i++) {
      if (few[i].object == object) {
        return few[i];
      }
    }
    if (size < FEW) {
      few[size] = new ObjectState(object);
      return few[size++];
    }
    return many.computeIfAbsent(object, ObjectState::new);
  }

  /** Remembers what a view, an iterator or a stream stands for. */
  public void derive(Object view, Derived from) {
    derived.put(view, from);
  }

  /** What a view, an iterator or a stream stands for; null for anything else. */
  public Derived derived(Object view) {
    return derived.isEmpty() ? null : derived.get(view);
  }

  /** Remembers that an expression which need not make a new object has had this one as result. */
  public void evaluated(Object result) {
    origins.merge(result, Origin.EVALUATED, (before, now) -> Origin.EVALUATED_AGAIN);
  }

  /** Remembers that a stream's functions need not be called for its elements to be counted. */
  public void countedWithoutCalls(Object stream) {
    countedWithoutCalls.put(stream, true);
  }

  /** Whether a stream's functions need not be called for its elements to be counted. */
  public boolean isCountedWithoutCalls(Object stream) {
    return countedWithoutCalls.containsKey(stream);
  }

  /** Remembers that a constant of the JDK has this value. */
  public void constant(Object value) {
    origins.merge(
        value,
        Origin.CONSTANT,
        (before, now) -> before == Origin.CONSTANT ? before : Origin.EVALUATED_AGAIN);
  }

  /** Whether several evaluations have had this one object as result. */
  public boolean isEvaluatedAgain(Object object) {
    return origins.get(object) == Origin.EVALUATED_AGAIN;
  }

  /** What holds all static fields. */
  public ObjectState statics() {
    return of(STATICS);
  }
}
