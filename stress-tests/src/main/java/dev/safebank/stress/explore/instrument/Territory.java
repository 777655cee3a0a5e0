package dev.safebank.stress.explore.instrument;

import java.util.List;

/** Which classes are instrumented: the program's own. */
final class Territory {

  private static final String WATCHDOG = "dev/safebank/stress/watch/";

  private static final List<String> FOREIGN = List.of(
      "java/",
      "javax/",
      "jdk/",
      "sun/",
      "com/sun/",
      "org/openjdk/jcstress/annotations/",
      "org/openjdk/jcstress/infra/",
      "org/openjdk/jcstress/util/",
      "org/objectweb/asm/",
      "org/junit/",
      "dev/safebank/stress/explore/engine/",
      "dev/safebank/stress/explore/instrument/",
      WATCHDOG);

  private Territory() {}

  /** @param internalName e.g. {@code java/lang/String} */
  static boolean isOurs(String internalName) {
    return !internalName.startsWith("[") && FOREIGN.stream().noneMatch(internalName::startsWith);
  }

  static boolean isWatchdog(String internalName) {
    return internalName.startsWith(WATCHDOG);
  }
}
