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

  /** What holds all static fields. */
  public ObjectState statics() {
    return of(STATICS);
  }
}
