package dev.safebank.explore.instrument;

import dev.safebank.explore.classfile.ClassFacts;
import dev.safebank.explore.program.ProgramClass;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** A class that is initialised in every execution, as one loader has defined it. */
final class LoadedProgramClass implements ProgramClass {

  /** The method that the static initialiser's code is moved to. */
  static final String INITIALIZER = "$safebank$initialize";

  /** The method that gives all static fields their default values. */
  static final String CLEAR = "$safebank$clear";

  private static final MethodHandle NOTHING =
      MethodHandles.empty(MethodType.methodType(void.class));

  private final Class<?> type;
  private final List<Integer> supertypes;
  private final boolean needsItsOwnLoader;
  private final MethodHandle clear;
  private final MethodHandle initializer;

  LoadedProgramClass(ClassCatalogue catalogue, String internalName, ClassLoader loader) {
    ClassFacts facts = catalogue.hierarchy().facts(internalName).orElseThrow();
    try {
      this.type = Class.forName(internalName.replace('/', '.'), false, loader);
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      this.clear = facts.staticVariables().isEmpty() ? NOTHING : find(lookup, CLEAR);
      this.initializer = facts.hasInitializer() ? find(lookup, INITIALIZER) : NOTHING;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot initialise " + internalName, impossible);
    }
    this.supertypes = catalogue.states().initializedBefore(facts).stream()
        .map(supertype -> catalogue.numberOf(supertype).orElseThrow())
        .toList();
    this.needsItsOwnLoader = facts.isEnum();
  }

  private static MethodHandle find(MethodHandles.Lookup lookup, String name)
      throws ReflectiveOperationException {
    return lookup.findStatic(lookup.lookupClass(), name, MethodType.methodType(void.class));
  }

  @Override
  public Class<?> type() {
    return type;
  }

  @Override
  public List<Integer> supertypes() {
    return supertypes;
  }

  @Override
  public boolean runsCode() {
    return initializer != NOTHING || !supertypes.isEmpty();
  }

  @Override
  public boolean needsItsOwnLoader() {
    return needsItsOwnLoader;
  }

  @Override
  public void clear() {
    try {
      clear.invokeExact();
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException("cannot clear the fields of " + type, impossible);
    }
  }

  @Override
  public void runInitializer() throws Throwable {
    initializer.invokeExact();
  }
}
