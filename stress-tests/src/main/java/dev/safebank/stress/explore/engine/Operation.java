package dev.safebank.stress.explore.engine;

import java.util.Arrays;
import java.util.Optional;

/**
 * One step of an actor, pending or done: which locations it touches, which of them it changes, and
 * what it waits for. Reused from step to step.
 */
final class Operation {

  private static final Guard OPEN = () -> true;

  private Action action = Action.BEGIN;
  private int site;
  private Guard guard = OPEN;
  private Optional<Resource> resource = Optional.empty();
  private boolean lastResort;

  private Location[] places = new Location[2];
  private boolean[] changes = new boolean[2];
  private int size;

  Operation be(Action newAction, int newSite) {
    action = newAction;
    site = newSite;
    guard = OPEN;
    resource = Optional.empty();
    lastResort = false;
    size = 0;
    return this;
  }

  Operation touch(Location place, boolean change) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      changes = Arrays.copyOf(changes, size * 2);
    }
    places[size] = place;
    changes[size++] = change;
    return this;
  }

  Operation when(Guard newGuard) {
    guard = newGuard;
    return this;
  }

  Operation when(Resource wanted, Guard newGuard) {
    resource = Optional.of(wanted);
    return when(newGuard);
  }

  /** The guard is opened, too, when no other actor can move. */
  Operation orNobodyElseMoves() {
    lastResort = true;
    return this;
  }

  /** Says, once the step is done, whether it did change its first location after all. */
  void changed(boolean change) {
    changes[0] = change;
  }

  Action action() {
    return action;
  }

  int site() {
    return site;
  }

  boolean isOpen() {
    return guard.isOpen();
  }

  /** Whether it can be held up by what others do. */
  boolean canWait() {
    return guard != OPEN;
  }

  boolean isLastResort() {
    return lastResort;
  }

  Optional<Resource> resource() {
    return resource;
  }

  int size() {
    return size;
  }

  Location place(int i) {
    return places[i];
  }

  boolean changes(int i) {
    return changes[i];
  }

  /** Whether the order of the two matters: they touch a location in common, and one changes it. */
  boolean conflictsWith(Operation other) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < other.size; j++) {
        if (places[i] == other.places[j] && (changes[i] || other.changes[j])) {
          return true;
        }
      }
    }
    return false;
  }
}
