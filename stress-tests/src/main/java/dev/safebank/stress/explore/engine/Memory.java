package dev.safebank.stress.explore.engine;

import java.util.IdentityHashMap;

/** All objects that one execution has touched, by identity. */
final class Memory {

  /** Up to here a look through an array is quicker than a hash table. */
  private static final int FEW = 12;

  private static final Object STATICS = new Object();

  private final ObjectState[] few = new ObjectState[FEW];
  private int size;
  private final IdentityHashMap<Object, ObjectState> many = new IdentityHashMap<>(0);
  private final IdentityHashMap<Object, ObjectState> aliases = new IdentityHashMap<>(0);

  ObjectState of(Object object) {
    if (!aliases.isEmpty()) {
      ObjectState aliased = aliases.get(object);
      if (aliased != null) {
        return aliased;
      }
    }
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

  /** To touch {@code view} is from now on to touch {@code object}. */
  void alias(Object view, Object object) {
    if (view != object) {
      aliases.put(view, of(object));
    }
  }

  /** What holds all static fields. */
  ObjectState statics() {
    return of(STATICS);
  }
}
