package dev.safebank.stress.explore.instrument;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.invoke.VarHandle;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Which field a {@code VarHandle} or a field updater is for. */
public final class FieldNames {

  /** New handles may come with every execution; the old ones are then of no use. */
  private static final int MOST = 1000;

  private final ClassLoader loader;
  private final IdentityHashMap<Object, Optional<FieldName>> names = new IdentityHashMap<>();

  FieldNames(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * A field.
   *
   * @param declaringClass internal name
   */
  public record FieldName(String declaringClass, String name) {}

  /** Empty if that cannot be told. */
  public Optional<FieldName> of(VarHandle handle) {
    if (names.size() > MOST) {
      names.clear();
    }
    return names.computeIfAbsent(handle, h -> describe(handle));
  }

  /** Empty if that was never remembered. */
  public Optional<FieldName> ofUpdater(Object updater) {
    return names.getOrDefault(updater, Optional.empty());
  }

  /** Remembers which field a field updater is for. */
  public void updater(Object updater, Class<?> declaringClass, String field) {
    if (names.size() > MOST) {
      names.clear();
    }
    names.put(updater, resolve(declaringClass, field));
  }

  private Optional<FieldName> describe(VarHandle handle) {
    return handle.describeConstable().flatMap(desc -> {
      ConstantDesc of = desc.bootstrapArgsList().get(0);
      if (!(of instanceof ClassDesc classDesc)) {
        return Optional.empty();
      }
      try {
        String name = classDesc.descriptorString();
        String binary = name.substring(1, name.length() - 1).replace('/', '.');
        return resolve(Class.forName(binary, false, loader), desc.constantName());
      } catch (ClassNotFoundException notOurs) {
        return Optional.empty();
      }
    });
  }

  private static Optional<FieldName> resolve(Class<?> from, String field) {
    for (Class<?> at = from; at != null; at = at.getSuperclass()) {
      for (var declared : at.getDeclaredFields()) {
        if (declared.getName().equals(field)) {
          return Optional.of(new FieldName(at.getName().replace('.', '/'), field));
        }
      }
    }
    return Optional.empty();
  }
}
