package dev.safebank.explore.operation;

import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import java.util.Arrays;
import java.util.Optional;

/**
 * One step of a thread, pending or done: which locations it accesses, which of them it changes, and
 * when it is enabled. Reused from step to step.
 */
public final class Operation {

  private static final Guard OPEN = () -> true;

  private Action action = Action.BEGIN;
  private int site;
  private Guard guard = OPEN;
  private Optional<Resource> resource = Optional.empty();
  private boolean lastResort;
  private boolean acquired;

  private Location[] locations = new Location[2];
  private boolean[] changes = new boolean[2];
  private int size;

  public Operation begin(Action newAction, int newSite) {
    action = newAction;
    site = newSite;
    guard = OPEN;
    resource = Optional.empty();
    lastResort = false;
    acquired = false;
    size = 0;
    return this;
  }

  public Operation access(Location place, boolean change) {
    if (size == locations.length) {
      locations = Arrays.copyOf(locations, size * 2);
      changes = Arrays.copyOf(changes, size * 2);
    }
    locations[size] = place;
    changes[size++] = change;
    return this;
  }

  public Operation enabledWhen(Guard newGuard) {
    guard = newGuard;
    return this;
  }

  public Operation enabledWhen(Resource wanted, Guard newGuard) {
    resource = Optional.of(wanted);
    return enabledWhen(newGuard);
  }

  /** The step is also enabled when no other thread is. */
  public Operation orWhenNoOtherIsEnabled() {
    lastResort = true;
    return this;
  }

  /** Corrects, once the step is done, whether it changed its first location. */
  public void changed(boolean change) {
    changes[0] = change;
  }

  /** Corrects, once the step is done, of which kind it was. */
  public void becomes(Action actual) {
    action = actual;
  }

  /** Corrects, once the step is done, that it did not access a location. */
  public void dropAccess(Location place) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (locations[i] != place) {
        locations[kept] = locations[i];
        changes[kept++] = changes[i];
      }
    }
    size = kept;
  }

  /** Corrects, once the step is done, whether it changed a location. */
  public void changed(Location place, boolean change) {
    for (int i = 0; i < size; i++) {
      if (locations[i] == place) {
        changes[i] = change;
      }
    }
  }

  /** Records, once the step is done, whether it acquired what it tried to. */
  public void acquired(boolean success) {
    acquired = success;
  }

  /** Whether the step, done, acquired what it tried to. */
  public boolean hasAcquired() {
    return acquired;
  }

  public Action action() {
    return action;
  }

  public int site() {
    return site;
  }

  public boolean isEnabled() {
    return guard.isOpen();
  }

  /** Whether other threads can disable it. */
  public boolean canWait() {
    return guard != OPEN;
  }

  public boolean isLastResort() {
    return lastResort;
  }

  public Optional<Resource> resource() {
    return resource;
  }

  public int size() {
    return size;
  }

  public Location location(int i) {
    return locations[i];
  }

  public boolean changes(int i) {
    return changes[i];
  }

  /** Whether the two conflict: they access a common location, and one changes it. */
  public boolean conflictsWith(Operation other) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < other.size; j++) {
        if (locations[i] == other.locations[j] && (changes[i] || other.changes[j])) {
          return true;
        }
      }
    }
    return false;
  }
}
