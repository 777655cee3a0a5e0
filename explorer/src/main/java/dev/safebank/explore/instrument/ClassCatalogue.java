package dev.safebank.explore.instrument;

import dev.safebank.explore.classfile.ClassHierarchy;
import dev.safebank.explore.classfile.EscapingConstructors;
import dev.safebank.explore.classfile.InstrumentationScope;
import dev.safebank.explore.classfile.InterfaceStatics;
import dev.safebank.explore.classfile.StaticStates;
import dev.safebank.explore.classfile.TrialLoader;
import dev.safebank.explore.site.Sites;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of the program's class files, for however many loaders: they are read and
 * instrumented once, and their numbers and sites stay the same.
 */
final class ClassCatalogue {

  private final ClassLoader parent;
  private final ClassHierarchy hierarchy;
  private final InstrumentationScope scope;
  private final StaticStates states;
  private final EscapingConstructors escapes;
  private final Sites sites = new Sites();
  private final Map<String, byte[]> instrumented = new HashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  ClassCatalogue(ClassLoader parent, List<String> leftOut) {
    this.parent = parent;
    this.hierarchy = new ClassHierarchy(parent);
    this.scope = new InstrumentationScope(leftOut);
    this.states = new StaticStates(
        hierarchy, scope, name -> TrialLoader.succeeds(name, parent, hierarchy, scope));
    this.escapes = new EscapingConstructors(hierarchy, scope);
  }

  ClassLoader parent() {
    return parent;
  }

  ClassHierarchy hierarchy() {
    return hierarchy;
  }

  InstrumentationScope scope() {
    return scope;
  }

  StaticStates states() {
    return states;
  }

  EscapingConstructors escapes() {
    return escapes;
  }

  Sites sites() {
    return sites;
  }

  /** The instrumented class file; empty if there is no class of that name. */
  synchronized Optional<byte[]> classFile(String internalName) {
    byte[] known = instrumented.get(internalName);
    if (known == null) {
      Optional<byte[]> made = make(internalName);
      made.ifPresent(bytes -> instrumented.put(internalName, bytes));
      return made;
    }
    return Optional.of(known);
  }

  private Optional<byte[]> make(String internalName) {
    return InterfaceStatics.interfaceOf(internalName)
        .flatMap(hierarchy::facts)
        .map(InterfaceStatics::classFile)
        .or(() -> hierarchy
            .classFile(internalName)
            .map(original -> ClassInstrumenter.instrument(original, this)));
  }

  /** The number of a class that is initialised in every execution; empty for any other. */
  synchronized Optional<Integer> numberOf(String internalName) {
    return states.isPerExecution(internalName)
        ? Optional.of(numbers.computeIfAbsent(internalName, name -> numbers.size()))
        : Optional.empty();
  }

  /** The internal name of the class with this number. */
  synchronized String name(int number) {
    return List.copyOf(numbers.keySet()).get(number);
  }
}
