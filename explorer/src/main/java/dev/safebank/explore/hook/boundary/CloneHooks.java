package dev.safebank.explore.hook.boundary;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.site.AccessMode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * Called by instrumented code around {@link Object#clone()} of the program's own classes, which
 * reads all fields, each in a step of its own. Not meant to be called by anything else.
 */
public final class CloneHooks {

  private CloneHooks() {}

  /** Reads the fields that may change; null if that needs no steps. */
  public static Object[] read(Object original, int site) {
    Execution execution = CurrentExecution.get();
    ThreadContext actor = execution == null ? null : execution.running();
    if (actor == null || !(original instanceof Cloneable)) {
      return null;
    }
    List<Field> fields = Parts.mutableFields(original.getClass());
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      boolean isVolatile = Modifier.isVolatile(field.getModifiers());
      execution
          .accesses()
          .access(
              actor,
              location(execution, original, field),
              Action.READ,
              isVolatile ? AccessMode.VOLATILE : AccessMode.PLAIN,
              site);
      values[i] = get(field, original);
    }
    return values;
  }

  /** Gives the copy the values that were read. */
  public static Object copied(Object copy, Object[] values) {
    if (values != null) {
      List<Field> fields = Parts.mutableFields(copy.getClass());
      for (int i = 0; i < values.length; i++) {
        set(fields.get(i), copy, values[i]);
      }
    }
    return copy;
  }

  private static Location location(Execution execution, Object object, Field field) {
    String declarer = field.getDeclaringClass().getName().replace('.', '/');
    return execution
        .memory()
        .of(object)
        .field(execution.sites().fieldKey(declarer, field.getName()), field.getName());
  }

  private static Object get(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("cannot read " + field, impossible);
    }
  }

  private static void set(Field field, Object object, Object value) {
    try {
      field.set(object, value);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("cannot write " + field, impossible);
    }
  }
}
