package dev.safebank.explore.instrument;

import dev.safebank.explore.hook.substitute.Substitutes;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Type;

/** Which methods of {@link Substitutes} classes are called instead of methods of the JDK. */
final class Substitutions {

  private static final Map<String, StandIn> ALL = collect();

  private Substitutions() {}

  /**
   * A static method that is called instead.
   *
   * @param owner internal name of its class
   */
  record StandIn(String owner, String name, String descriptor) {}

  /** What to call instead of a method that one of these classes may declare. */
  static Optional<StandIn> of(Iterable<String> lineage, String name, String descriptor) {
    for (String owner : lineage) {
      StandIn standIn = ALL.get(owner + "." + name + descriptor);
      if (standIn != null) {
        return Optional.of(standIn);
      }
    }
    return Optional.empty();
  }

  private static Map<String, StandIn> collect() {
    Map<String, StandIn> all = new HashMap<>();
    for (Class<?> calls : SubstituteClasses.all()) {
      Class<?> target = calls.getAnnotation(Substitutes.class).value();
      for (Method method : calls.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())) {
          all.put(
              Type.getInternalName(target) + "." + method.getName() + original(target, method),
              new StandIn(
                  Type.getInternalName(calls), method.getName(), Type.getMethodDescriptor(method)));
        }
      }
    }
    return all;
  }

  /** The descriptor of the method that it stands in for: without receiver and site. */
  private static String original(Class<?> target, Method standIn) {
    Class<?>[] parameters = standIn.getParameterTypes();
    boolean hasReceiver =
        parameters.length > 1 && parameters[0] == target && !isStatic(target, standIn);
    Class<?>[] own = Arrays.copyOfRange(parameters, hasReceiver ? 1 : 0, parameters.length - 1);
    Type[] types = Arrays.stream(own).map(Type::getType).toArray(Type[]::new);
    return Type.getMethodDescriptor(Type.getType(standIn.getReturnType()), types);
  }

  private static boolean isStatic(Class<?> target, Method standIn) {
    Class<?>[] parameters = standIn.getParameterTypes();
    Class<?>[] own = Arrays.copyOf(parameters, parameters.length - 1);
    try {
      return Modifier.isStatic(target.getDeclaredMethod(standIn.getName(), own).getModifiers());
    } catch (NoSuchMethodException notStatic) {
      return false;
    }
  }
}
