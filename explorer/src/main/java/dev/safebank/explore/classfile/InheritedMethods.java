package dev.safebank.explore.classfile;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * The methods that a class inherits from a class that is not instrumented, but that are also called
 * through a type of the program, such as an interface of its own. Such a call cannot be told from a
 * call within the program; so the class overrides these methods, and calls the inherited ones
 * itself.
 */
public final class InheritedMethods {

  private static final int UNFIT =
      Opcodes.ACC_FINAL | Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_PRIVATE;

  private InheritedMethods() {}

  /** Names and descriptors. */
  public static Set<String> of(
      ClassFacts facts, ClassHierarchy hierarchy, InstrumentationScope scope) {
    Set<String> methods = new LinkedHashSet<>();
    if (facts.isInterface() || facts.superclass().isEmpty()) {
      return methods;
    }
    for (String type : hierarchy.lineage(facts.name())) {
      if (scope.isOurs(type)) {
        hierarchy.facts(type).stream()
            .flatMap(each -> each.methods().entrySet().stream())
            .filter(method -> (method.getValue() & Opcodes.ACC_ABSTRACT) != 0)
            .map(method -> method.getKey())
            .filter(method -> isInherited(facts, method, hierarchy, scope))
            .forEach(methods::add);
      }
    }
    return methods;
  }

  private static boolean isInherited(
      ClassFacts facts, String method, ClassHierarchy hierarchy, InstrumentationScope scope) {
    Optional<ClassFacts> at = Optional.of(facts);
    while (at.isPresent()) {
      Integer access = at.get().methods().get(method);
      if (access != null && (access & Opcodes.ACC_ABSTRACT) == 0) {
        return !scope.isOurs(at.get().name())
            && (access & UNFIT) == 0
            && (access & Opcodes.ACC_PUBLIC) != 0;
      }
      at = at.get().superclass().flatMap(hierarchy::facts);
    }
    return false;
  }
}
