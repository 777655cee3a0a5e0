package dev.safebank.explore.classfile;

import java.util.List;

/**
 * Which classes are instrumented: the program's own.
 *
 * @param leftOut prefixes of internal names of classes that are not instrumented, and whose methods
 *     without a result are not called
 */
public record InstrumentationScope(List<String> leftOut) {

  private static final String EXPLORER = "dev/safebank/explore/";

  /** The explorer's own classes that instrumented code calls, or that call it. */
  private static final List<String> OWN = List.of(
      EXPLORER + "actors/",
      EXPLORER + "hook/",
      EXPLORER + "instrument/",
      EXPLORER + "runtime/",
      EXPLORER + "site/");

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
      "org/assertj/",
      "org/hamcrest/",
      "org/junit/",
      "org/opentest4j/");

  /**
   * Whether a class is to be instrumented.
   *
   * @param internalName e.g. {@code java/lang/String}
   */
  public boolean isOurs(String internalName) {
    return !internalName.startsWith("[")
        && !isExplorers(internalName)
        && !isLeftOut(internalName)
        && FOREIGN.stream().noneMatch(internalName::startsWith);
  }

  public boolean isLeftOut(String internalName) {
    return leftOut.stream().anyMatch(internalName::startsWith);
  }

  public boolean isExplorers(String internalName) {
    return OWN.stream().anyMatch(internalName::startsWith);
  }
}
