package dev.safebank.explore.memory;

import dev.safebank.explore.site.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the engine knows of one object in one execution: its locations, its locks. */
public final class ObjectState {

  public final Object object;

  private int[] keys = new int[4];
  private Location[] locations = new Location[4];
  private int size;

  private final List<Object> mapKeys = new ArrayList<>(0);
  private final List<Location> mapLocations = new ArrayList<>(0);

  private Location whole;
  private Object monitor;
  private Object model;

  public ObjectState(Object object) {
    this.object = object;
  }

  /** The location of a field. */
  public Location field(Site site) {
    return field(site.fieldKey(), site.member());
  }

  /** The location of a field with this key and name. */
  public Location field(int key, String name) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return locations[i];
      }
    }
    return add(key, new Location(this, name));
  }

  /** The location of an array element. */
  public Location element(int index) {
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
  public Location whole() {
    if (whole == null) {
      whole = new Location(this, "");
    }
    return whole;
  }

  /** The model of the object's monitor, created when it is first wanted. */
  public <T> T monitor(Class<T> type, Supplier<T> model) {
    if (monitor == null) {
      monitor = model.get();
    }
    return type.cast(monitor);
  }

  /** The model of the synchronizer that the object is, if there is one yet. */
  public Optional<Object> model() {
    return Optional.ofNullable(model);
  }

  public <T> T model(T newModel) {
    model = newModel;
    return newModel;
  }

  /** The location that stands for what the object holds under a key, by the key's own equality. */
  public Location keyed(Object key) {
    for (int i = 0; i < mapKeys.size(); i++) {
      Object other = mapKeys.get(i);
      if (other == key || (key != null && key.equals(other))) {
        return mapLocations.get(i);
      }
    }
    Location location = new Location(this, "[#" + mapKeys.size() + "]");
    mapKeys.add(key);
    mapLocations.add(location);
    return location;
  }

  /**
   * The key that a location from {@link #keyed} stands for; empty for null, and other locations.
   */
  public Optional<Object> keyOf(Location location) {
    int index = mapLocations.indexOf(location);
    return index < 0 ? Optional.empty() : Optional.ofNullable(mapKeys.get(index));
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
