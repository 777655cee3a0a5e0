package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.Site;
import java.util.Arrays;
import java.util.Optional;

/** What the engine knows of one object in one execution: its locations, its locks. */
final class ObjectState {

  final Object object;

  private int[] keys = new int[4];
  private Location[] locations = new Location[4];
  private int size;

  private Location whole;
  private Mutex monitor;
  private Object model;

  ObjectState(Object object) {
    this.object = object;
  }

  /** The location of a field. */
  Location field(Site site) {
    return field(site.fieldKey(), site.member());
  }

  /** The location of a field with this key and name. */
  Location field(int key, String name) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return locations[i];
      }
    }
    return add(key, new Location(this, name));
  }

  /** The location of an array element. */
  Location element(int index) {
    if (index >= locations.length) {
      locations = Arrays.copyOf(locations, Math.max(index + 1, locations.length * 2));
    }
    Location element = locations[index];
    if (element == null) {
      element = new Location(this, "[" + index + "]");
      locations[index] = element;
    }
    return element;
  }

  /** The location that stands for the object as a whole. */
  Location whole() {
    if (whole == null) {
      whole = new Location(this, "");
    }
    return whole;
  }

  Mutex monitor() {
    if (monitor == null) {
      monitor = new Mutex(new Location(this, ""), "monitor");
    }
    return monitor;
  }

  /** What stands in for a lock or the like, if it was met before. */
  Optional<Object> model() {
    return Optional.ofNullable(model);
  }

  <T> T model(T newModel) {
    model = newModel;
    return newModel;
  }

  private Location add(int key, Location location) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      locations = Arrays.copyOf(locations, size * 2);
    }
    keys[size] = key;
    locations[size++] = location;
    return location;
  }
}
