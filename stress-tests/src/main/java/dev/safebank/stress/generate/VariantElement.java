package dev.safebank.stress.generate;

import dev.safebank.model.ClaimedPromises;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Promise;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A variant class during annotation processing, and the promises that it claims to keep. */
record VariantElement(TypeElement type, Set<Promise> keeps) {

  private static final String MIDWAY = "dev.safebank.model.Midway";

  /**
   * Reads a bank class.
   *
   * @param unclaimed whether it need not have the annotation, and then claims every promise
   * @throws MatrixException if it lacks the annotation, or no test can open it, or the annotation
   *     does not give exactly one of {@code keeps} and {@code keepsAllBut}
   */
  static VariantElement of(TypeElement type, boolean unclaimed) {
    String annotation = LockingVariant.class.getName();
    Optional<AnnotationValues> claims = unclaimed
        ? AnnotationValues.find(type, annotation)
        : Optional.of(AnnotationValues.of(type, annotation));
    checkKind(type);
    checkConstructor(type);
    return new VariantElement(
        type, claims.map(given -> kept(type, given)).orElseGet(() -> EnumSet.allOf(Promise.class)));
  }

  private static void checkKind(TypeElement type) {
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      throw new MatrixException(
          "%s is no class of which a bank can be opened: name the class that implements it"
              .formatted(type));
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      throw new MatrixException(
          type + " is abstract: name a class that can be instantiated, or leave it out");
    }
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      TypeElement enclosing = (TypeElement) each;
      if (enclosing.getNestingKind() == NestingKind.MEMBER
          && !enclosing.getModifiers().contains(Modifier.STATIC)) {
        throw new MatrixException(
            type + " is an inner class, which needs an instance of another: make it static");
      }
    }
  }

  private static void checkConstructor(TypeElement type) {
    ExecutableElement constructor =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
            .filter(VariantElement::takesBalancesAndHook)
            .findFirst()
            .orElseThrow(() -> new MatrixException(
                type + " needs a public constructor (long[] openingBalances, Midway midway)"));
    constructor.getThrownTypes().stream()
        .filter(VariantElement::isChecked)
        .findFirst()
        .ifPresent(checked -> {
          throw new MatrixException(
              "%s cannot be opened where %s is not expected: catch it in the constructor"
                  .formatted(type, checked));
        });
  }

  /** By the kinds of the parameters: their text may hold annotations. */
  private static boolean takesBalancesAndHook(ExecutableElement constructor) {
    List<? extends VariableElement> parameters = constructor.getParameters();
    return parameters.size() == 2
        && parameters.get(0).asType() instanceof ArrayType balances
        && balances.getComponentType().getKind() == TypeKind.LONG
        && parameters.get(1).asType() instanceof DeclaredType hook
        && ((TypeElement) hook.asElement()).getQualifiedName().contentEquals(MIDWAY);
  }

  private static boolean isChecked(TypeMirror thrown) {
    for (TypeMirror each = thrown;
        each instanceof DeclaredType declared;
        each = ((TypeElement) declared.asElement()).getSuperclass()) {
      Name name = ((TypeElement) declared.asElement()).getQualifiedName();
      if (name.contentEquals("java.lang.RuntimeException")
          || name.contentEquals("java.lang.Error")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses a class that generated tests cannot use.
   *
   * @param packageName that of the tests
   * @throws MatrixException if it cannot be accessed from there
   */
  void checkAccessibleFrom(PackageElement packageName) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      Set<Modifier> modifiers = each.getModifiers();
      boolean accessible = modifiers.contains(Modifier.PUBLIC)
          || (!modifiers.contains(Modifier.PRIVATE) && packageName.equals(packageOf(type)));
      if (!accessible) {
        throw new MatrixException(
            "%s is not accessible from package %s, where its tests are generated: make %s public"
                .formatted(type, packageName.getQualifiedName(), each));
      }
    }
  }

  private static Element packageOf(TypeElement type) {
    Element each = type;
    while (each.getKind() != ElementKind.PACKAGE) {
      each = each.getEnclosingElement();
    }
    return each;
  }

  /** Whether it admits to breaking any of these promises. */
  boolean admitsAny(Set<Promise> promises) {
    return !keeps.containsAll(promises);
  }

  private static Set<Promise> kept(TypeElement type, AnnotationValues claims) {
    try {
      return ClaimedPromises.of(
          type.toString(), promises(claims, "keeps"), promises(claims, "keepsAllBut"));
    } catch (IllegalArgumentException wrong) {
      throw new MatrixException(wrong.getMessage());
    }
  }

  private static Optional<List<Promise>> promises(AnnotationValues claims, String element) {
    return claims.gives(element)
        ? Optional.of(claims.constants(element).stream().map(Promise::valueOf).toList())
        : Optional.empty();
  }
}
