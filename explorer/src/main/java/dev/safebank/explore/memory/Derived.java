package dev.safebank.explore.memory;

import java.util.List;

/**
 * What a view of other objects stands for: a sublist, an iterator, a stream, a wrapped collection.
 *
 * @param backing what is touched by touching it
 * @param isCursor whether it also has a state of its own, such as an iterator's position
 * @param isMutex whether its own monitor is held while the backing object is touched
 */
public record Derived(List<Object> backing, boolean isCursor, boolean isMutex) {

  public Derived {
    backing = List.copyOf(backing);
  }
}
