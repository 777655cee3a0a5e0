package dev.safebank.explore.site;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Which field a {@code VarHandle} or a field updater is for. */
public final class FieldNames {

  private final ClassLoader loader;

  /** New handles may come with every execution; none of them overrides equals. */
  private final Map<Object, Optional<FieldName>> names =
      Collections.synchronizedMap(new WeakHashMap<>());

  public FieldNames(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * A field.
   *
   * @param declaringClass internal name
   */
  public record FieldName(String declaringClass, String name) {}

  /** Empty if that is not known. */
  public Optional<FieldName> of(VarHandle handle) {
    return names.computeIfAbsent(handle, h -> describe(handle));
  }

  /** Empty if that was not recorded. */
  public Optional<FieldName> ofUpdater(Object updater) {
    return names.getOrDefault(updater, Optional.empty());
  }

  /** Records which field a field updater is for. */
  public void updater(Object updater, Class<?> declaringClass, String field) {
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
