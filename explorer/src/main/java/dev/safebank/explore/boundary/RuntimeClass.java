package dev.safebank.explore.boundary;

import java.lang.reflect.Method;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractQueue;
import java.util.AbstractSequentialList;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What only an object's own class can tell: whether a call ends in the program's code or the JDK's,
 * and what another thread can feel of it.
 */
public final class RuntimeClass {

  private static final ClassValue<RuntimeClass> ALL = new ClassValue<>() {
    @Override
    protected RuntimeClass computeValue(Class<?> type) {
      return new RuntimeClass(type);
    }
  };

  private static final Set<Class<?>> SKELETONS = Set.of(
      AbstractCollection.class,
      AbstractList.class,
      AbstractMap.class,
      AbstractQueue.class,
      AbstractSequentialList.class,
      AbstractSet.class);

  private final Class<?> type;
  private final Class<?> base;
  private final ClassKind kind;
  private final ObjectIdentity identity;
  private final boolean identityEquals;
  private final boolean identityHash;
  private final boolean identityText;
  private final Set<String> ownMethods = new HashSet<>();

  /** By the name and the number of parameters of a method. */
  private final Map<String, Map<Integer, Optional<Effect>>> effects = new HashMap<>();

  private RuntimeClass(Class<?> type) {
    this.type = type;
    this.base = base(type);
    this.kind = kind(base);
    this.identity = ObjectIdentity.of(type, kind);
    this.identityEquals = isDeclaredBy("equals", Object.class, Object.class);
    this.identityHash =
        isDeclaredBy("hashCode", Object.class) || isDeclaredBy("hashCode", Enum.class);
    this.identityText = isDeclaredBy("toString", Object.class);
    collectOwnMethods();
  }

  public static RuntimeClass of(Object object) {
    return ALL.get(object.getClass());
  }

  /** The nearest superclass that is not the program's own. */
  private static Class<?> base(Class<?> type) {
    Class<?> at = type;
    while (isProgram(at)) {
      at = at.getSuperclass() == null ? Object.class : at.getSuperclass();
    }
    return at;
  }

  private static ClassKind kind(Class<?> base) {
    for (Class<?> at = base; at != null; at = at.getSuperclass()) {
      Optional<BoundaryRules.ClassRules> rules =
          BoundaryRules.JDK.of(at.getName().replace('.', '/'));
      if (rules.isPresent() && (at == base || rules.get().withSubclasses())) {
        return rules.get().kind();
      }
      if (rules.isPresent()) {
        return ClassKind.NONE;
      }
    }
    return ClassKind.NONE;
  }

  private static boolean isProgram(Class<?> type) {
    return type.getClassLoader() instanceof ProgramLoader;
  }

  private boolean isDeclaredBy(String method, Class<?> declarer, Class<?>... parameters) {
    try {
      return type.getMethod(method, parameters).getDeclaringClass() == declarer;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("every object has a method " + method, impossible);
    }
  }

  private void collectOwnMethods() {
    for (Class<?> at = type; at != null && isProgram(at); at = at.getSuperclass()) {
      collect(at);
    }
    collectFromInterfaces(type);
  }

  private void collectFromInterfaces(Class<?> of) {
    for (Class<?> at = of; at != null; at = at.getSuperclass()) {
      for (Class<?> each : at.getInterfaces()) {
        if (isProgram(each)) {
          collect(each);
        }
        collectFromInterfaces(each);
      }
    }
  }

  private void collect(Class<?> at) {
    for (Method method : at.getDeclaredMethods()) {
      if (!java.lang.reflect.Modifier.isAbstract(method.getModifiers())) {
        ownMethods.add(method.getName()
            + ForeignCall.descriptor(method.getReturnType(), method.getParameterTypes()));
      }
    }
  }

  /** Whether a virtual call to this method runs the program's own code. */
  public boolean isProgramCode(String name, String descriptor) {
    return !ownMethods.isEmpty() && ownMethods.contains(name + descriptor);
  }

  /** Whether this is a class of the program that inherits no state from the JDK. */
  public boolean isProgramOnly() {
    return base != type && (base == Object.class || base == Record.class);
  }

  /**
   * Whether this is a class of the program that completes one of the JDK's skeletons of
   * collections: all that it inherits goes by its own methods.
   */
  public boolean isSkeleton() {
    return base != type && SKELETONS.contains(base);
  }

  /** Whether the class is the program's own. */
  public boolean isProgram() {
    return base != type;
  }

  public ClassKind kind() {
    return kind;
  }

  /** Which objects of this class are one and the same. */
  public ObjectIdentity identity() {
    return identity;
  }

  /** Whether objects of this class equal only themselves. */
  public boolean hasIdentityEquals() {
    return identityEquals;
  }

  /** Whether a hash code is chance. */
  public boolean hasIdentityHash() {
    return identityHash;
  }

  /** Whether the string contains an identity hash code. */
  public boolean hasIdentityText() {
    return identityText;
  }

  /** The effect of a method on receivers of this class, if the class itself names it. */
  public Optional<Effect> effect(String name, int parameters) {
    return effects
        .computeIfAbsent(name, newName -> new HashMap<>())
        .computeIfAbsent(
            parameters,
            newNumber -> BoundaryRules.JDK
                .of(base.getName().replace('.', '/'))
                .flatMap(rules -> rules.effect(name, parameters)));
  }

  /** The effect of a call on receivers of this class, if the class itself names it. */
  public Optional<Effect> effect(ForeignCall call) {
    return effect(call.name(), ForeignCall.parameters(call.descriptor()));
  }
}
