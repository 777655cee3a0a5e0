package dev.safebank.stress.explore.instrument;

import java.util.List;
import java.util.Set;

/**
 * Calls that the explorer cannot control: what they do, or when, or what they return is not up to
 * it. An exploration that meets one says so.
 */
final class Uncontrolled {

  private static final List<String> PREFIXES = List.of(
      "java/util/concurrent/",
      "java/lang/reflect/Method.invoke",
      "java/lang/reflect/Field.",
      "java/lang/reflect/Constructor.newInstance",
      "java/lang/ref/",
      "java/lang/Process",
      "java/lang/Runtime.",
      "java/lang/invoke/MethodHandle.invoke",
      "java/lang/ThreadLocal.",
      "java/lang/Math.random",
      "java/util/Random.",
      "java/util/Timer.",
      "java/util/UUID.randomUUID",
      "java/util/Arrays.parallel",
      "java/util/Arrays.fill",
      "java/util/Arrays.sort",
      "java/util/Arrays.stream",
      "java/util/Arrays.copyOf",
      "java/util/Arrays.setAll",
      "java/util/stream/IntStream.of([",
      "java/util/stream/LongStream.of([",
      "java/util/stream/Stream.of([",
      "java/util/stream/BaseStream.parallel",
      "java/io/",
      "java/net/",
      "java/nio/",
      "jdk/internal/",
      "sun/misc/Unsafe.");

  private static final List<String> HARMLESS = List.of(
      "java/util/concurrent/TimeUnit.",
      "java/util/concurrent/locks/LockSupport.setCurrentBlocker",
      "java/util/concurrent/ThreadLocalRandom.current",
      "java/io/PrintStream.",
      "java/io/Serial",
      "java/util/concurrent/ThreadLocal");

  private static final Set<String> HARMLESS_METHODS =
      Set.of("<init>", "getClass", "equals", "hashCode", "toString", "newUpdater", "length");

  private static final Set<String> HARMLESS_OF_THREADS = Set.of(
      "<init>",
      "getName",
      "setName",
      "getId",
      "threadId",
      "setDaemon",
      "isDaemon",
      "getPriority",
      "setPriority",
      "isVirtual",
      "getThreadGroup",
      "run",
      "setUncaughtExceptionHandler");

  private Uncontrolled() {}

  static boolean is(String owner, String name, String descriptor) {
    if (owner.equals("java/lang/Thread")) {
      return !HARMLESS_OF_THREADS.contains(name) && !HARMLESS_METHODS.contains(name);
    }
    String call = owner + "." + name + descriptor;
    if ((HARMLESS_METHODS.contains(name) && !owner.startsWith("java/lang/ref/"))
        || HARMLESS.stream().anyMatch(call::startsWith)) {
      return owner.equals("java/util/Random") && name.equals("<init>") && descriptor.equals("()V");
    }
    return PREFIXES.stream().anyMatch(call::startsWith);
  }
}
