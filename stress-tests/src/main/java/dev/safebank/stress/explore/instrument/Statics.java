package dev.safebank.stress.explore.instrument;

import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Whether a class's static fields can hold what one execution leaves to the next, so that they must
 * be initialised anew for each.
 */
final class Statics {

  /** The method that the static initialiser's code is moved to. */
  static final String INITIALISER = "$safebank$initialise";

  private static final Set<String> IMMUTABLE = Set.of(
      "Ljava/lang/String;",
      "Ljava/lang/Integer;",
      "Ljava/lang/Long;",
      "Ljava/lang/Boolean;",
      "Ljava/lang/Double;",
      "Ljava/lang/Class;",
      "Ljava/lang/invoke/VarHandle;",
      "Ljava/lang/invoke/MethodHandle;",
      "Ljava/lang/invoke/MethodHandles$Lookup;",
      "Ljava/util/concurrent/atomic/AtomicIntegerFieldUpdater;",
      "Ljava/util/concurrent/atomic/AtomicLongFieldUpdater;",
      "Ljava/util/concurrent/atomic/AtomicReferenceFieldUpdater;",
      "Ljava/lang/StackTraceElement;",
      "Ljava/util/concurrent/TimeUnit;",
      "Ljava/time/Duration;");

  private Statics() {}

  static boolean mustReset(ClassFacts facts) {
    boolean fixed = (facts.access() & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM)) != 0;
    return !fixed
        && facts.fields().entrySet().stream()
            .anyMatch(field ->
                isMutable(facts, field.getValue(), facts.fieldTypes().get(field.getKey())));
  }

  private static boolean isMutable(ClassFacts facts, int access, String descriptor) {
    if ((access & Opcodes.ACC_STATIC) == 0 || (access & Opcodes.ACC_SYNTHETIC) != 0) {
      return false;
    }
    if ((access & Opcodes.ACC_FINAL) == 0) {
      return true;
    }
    boolean isPrimitive = descriptor.length() == 1;
    boolean isItself = descriptor.equals("L" + facts.name() + ";");
    return !isPrimitive && !isItself && !IMMUTABLE.contains(descriptor);
  }
}
