package dev.safebank.explore.boundary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one place that says what calls into the JDK do to shared memory: an explicit list by class
 * and method, in {@code jdk.rules}. What is not on it is not controlled.
 */
public final class BoundaryRules {

  private static final String CONSTRUCTOR = "<init>";
  private static final String ANY_OTHER = "*";
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "getClass");
  private static final String THROWABLE = "java/lang/Throwable";

  /** The rules for the JDK. */
  public static final BoundaryRules JDK = load("jdk.rules");

  private final Map<String, ClassRules> classes;

  private BoundaryRules(Map<String, ClassRules> classes) {
    this.classes = classes;
  }

  /**
   * What is said of one class.
   *
   * @param kind of its instances
   * @param withSubclasses whether that is also the kind of subclasses that nobody names
   * @param newer whether JDK 17 does not have it
   * @param effects by the name of the method, or by name and number of parameters as in
   *     {@code offer/1}
   * @param newerMethods those of them that JDK 17 does not have
   */
  public record ClassRules(
      ClassKind kind,
      boolean withSubclasses,
      boolean newer,
      Map<String, Effect> effects,
      Set<String> newerMethods) {

    /** The effect of a method that this class names itself. */
    public Optional<Effect> effect(String name, int parameters) {
      Effect exact = effects.get(name + "/" + parameters);
      return Optional.ofNullable(exact != null ? exact : effects.get(name));
    }
  }

  private static BoundaryRules load(String resource) {
    try (InputStream in = BoundaryRules.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** Reads rules in the notation that {@code jdk.rules} explains. */
  public static BoundaryRules parse(List<String> lines) {
    Map<String, ClassRules> classes = new LinkedHashMap<>();
    ClassRules current = null;
    for (String line : lines) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String[] words = text.split(" +");
      if (words[0].equals("class")) {
        current = startClass(classes, words);
      } else {
        addMethods(current, words);
      }
    }
    return new BoundaryRules(classes);
  }

  private static ClassRules startClass(Map<String, ClassRules> classes, String... words) {
    boolean newer = words[1].startsWith("^");
    String name = words[1].substring(newer ? 1 : 0).replace('.', '/');
    ClassRules rules = new ClassRules(
        ClassKind.of(words[2]),
        words.length > 3,
        newer,
        new HashMap<>(),
        new java.util.HashSet<>());
    if (classes.put(name, rules) != null) {
      throw new IllegalArgumentException("the rules name " + name + " twice");
    }
    return rules;
  }

  private static void addMethods(ClassRules rules, String... words) {
    Effect effect = Effect.parse(words[0]);
    for (int i = 1; i < words.length; i++) {
      boolean newer = words[i].startsWith("^");
      String method = words[i].substring(newer ? 1 : 0);
      if (rules.effects.put(method, effect) != null) {
        throw new IllegalArgumentException("the rules name " + method + " twice");
      }
      if (newer) {
        rules.newerMethods.add(method);
      }
    }
  }

  /** All classes that are named, by internal name. */
  public Map<String, ClassRules> classes() {
    return classes;
  }

  /** What is said of a class, if it is named. */
  public Optional<ClassRules> of(String internalName) {
    return Optional.ofNullable(classes.get(internalName));
  }

  /**
   * What a call does.
   *
   * @param lineage internal names of the class that the call names and of its supertypes, nearest
   *     first
   */
  public Effect effect(Iterable<String> lineage, String name, String descriptor) {
    int parameters = ForeignCall.parameters(descriptor);
    if (name.equals(CONSTRUCTOR)) {
      return constructor(lineage, parameters, descriptor);
    }
    Effect byName = null;
    for (String owner : lineage) {
      ClassRules rules = classes.get(owner);
      if (rules != null) {
        Effect exact = rules.effects.get(name + "/" + parameters);
        if (exact != null) {
          return exact;
        }
        byName = byName == null ? byName(rules, name) : byName;
      }
    }
    return byName == null ? Effect.NOT_LISTED : byName;
  }

  private static Effect byName(ClassRules rules, String name) {
    Effect effect = rules.effects.get(name);
    return effect == null && !OF_EVERY_OBJECT.contains(name)
        ? rules.effects.get(ANY_OTHER)
        : effect;
  }

  /** Constructors are not inherited; but those of throwables only keep what they are given. */
  private Effect constructor(Iterable<String> lineage, int parameters, String descriptor) {
    boolean first = true;
    for (String owner : lineage) {
      if (first || (owner.equals(THROWABLE) && keepsWhatItIsGiven(descriptor))) {
        Optional<Effect> effect = of(owner).flatMap(rules -> rules.effect(CONSTRUCTOR, parameters));
        if (effect.isPresent()) {
          return effect.get();
        }
      }
      first = false;
    }
    return Effect.NOT_LISTED;
  }

  /** Whether a throwable is made of strings, numbers and other throwables. */
  private static boolean keepsWhatItIsGiven(String descriptor) {
    try {
      return MethodType.fromMethodDescriptorString(descriptor, ClassLoader.getPlatformClassLoader())
          .parameterList()
          .stream()
          .allMatch(type ->
              type.isPrimitive() || type == String.class || Throwable.class.isAssignableFrom(type));
    } catch (TypeNotPresentException notOfTheJdk) {
      return false;
    }
  }

  /** Whether a call does nothing that anybody needs to be told of. */
  public boolean isPure(Effect effect, String descriptor, boolean hasReceiver) {
    if (effect.isPure()) {
      return true;
    }
    boolean plain = effect.control() == Effect.Control.KNOWN
        && !effect.derives()
        && (!hasReceiver
            || (effect.receiver() == OperandUse.IGNORE && !effect.is(Effect.Flag.IDENTITY)));
    return plain && hasOnlyValues(descriptor);
  }

  /** Whether all parameters are primitive, or of final immutable types. */
  private boolean hasOnlyValues(String descriptor) {
    String parameters = descriptor.substring(1, descriptor.indexOf(')'));
    for (int at = 0; at < parameters.length(); at++) {
      char sort = parameters.charAt(at);
      if (sort == '[') {
        return false;
      }
      if (sort == 'L') {
        int end = parameters.indexOf(';', at);
        if (!FINAL_VALUES.contains(parameters.substring(at + 1, end))) {
          return false;
        }
        at = end;
      }
    }
    return true;
  }

  private static final Set<String> FINAL_VALUES = Set.of(
      "java/lang/String",
      "java/lang/Integer",
      "java/lang/Long",
      "java/lang/Short",
      "java/lang/Byte",
      "java/lang/Character",
      "java/lang/Boolean",
      "java/lang/Double",
      "java/lang/Float");
}
