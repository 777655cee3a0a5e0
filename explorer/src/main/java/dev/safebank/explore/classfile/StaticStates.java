package dev.safebank.explore.classfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds out of which kind the static state of the program's classes is. */
public final class StaticStates {

  private final ClassHierarchy hierarchy;
  private final InstrumentationScope scope;
  private final ConstantInitializers constants;
  private final Map<String, StaticState> known = new HashMap<>();

  /**
   * @param trial whether a static initialiser, which does nothing but make constants, comes to its
   *     end without an exception
   */
  public StaticStates(
      ClassHierarchy hierarchy, InstrumentationScope scope, Predicate<String> trial) {
    this.hierarchy = hierarchy;
    this.scope = scope;
    this.constants = new ConstantInitializers(hierarchy, scope, trial);
  }

  public boolean isPerExecution(String internalName) {
    return of(internalName) == StaticState.PER_EXECUTION;
  }

  StaticState of(String internalName) {
    if (!scope.isOurs(internalName)) {
      return StaticState.NONE;
    }
    StaticState state = known.get(internalName);
    if (state == null) {
      state = hierarchy.facts(internalName).map(this::find).orElse(StaticState.NONE);
      known.put(internalName, state);
    }
    return state;
  }

  private StaticState find(ClassFacts facts) {
    if (!initializedBefore(facts).isEmpty()) {
      return StaticState.PER_EXECUTION;
    }
    if (!facts.hasInitializer() && facts.staticVariables().isEmpty()) {
      return StaticState.NONE;
    }
    return constants.isConstant(facts.name()) ? StaticState.CONSTANT : StaticState.PER_EXECUTION;
  }

  /**
   * The supertypes that every execution must initialise before this class, in the order of JLS
   * 12.4.2, step 7.
   */
  public List<String> initializedBefore(ClassFacts facts) {
    if (facts.isInterface()) {
      return List.of();
    }
    Set<String> all = new LinkedHashSet<>();
    facts.superclass().ifPresent(all::add);
    facts.interfaces().forEach(direct -> addWithSuperinterfaces(direct, all));
    List<String> before = new ArrayList<>();
    for (String supertype : all) {
      if (isPerExecution(supertype)) {
        before.add(supertype);
      }
    }
    return before;
  }

  private void addWithSuperinterfaces(String name, Set<String> all) {
    hierarchy.facts(name).filter(facts -> scope.isOurs(name)).ifPresent(facts -> {
      facts.interfaces().forEach(next -> addWithSuperinterfaces(next, all));
      if (facts.hasDefaultMethods()) {
        all.add(name);
      }
    });
  }
}
