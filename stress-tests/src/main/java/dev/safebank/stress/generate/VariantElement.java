package dev.safebank.stress.generate;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Promise;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** A variant as the compiler sees it: its class, and the promises that it claims to keep. */
record VariantElement(TypeElement type, Set<Promise> keeps) {

  private static final List<String> CONSTRUCTOR_PARAMETERS =
      List.of("long[]", "dev.safebank.model.Midway");

  /**
   * Reads a bank class.
   *
   * @throws MatrixException if it lacks the annotation or the constructor
   */
  static VariantElement of(TypeElement type) {
    AnnotationValues claim = AnnotationValues.of(type, LockingVariant.class.getName());
    boolean canBeOpened = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
        .map(constructor -> constructor.getParameters().stream()
            .map(parameter -> parameter.asType().toString())
            .toList())
        .anyMatch(CONSTRUCTOR_PARAMETERS::equals);
    if (!canBeOpened) {
      throw new MatrixException(
          type + " needs a public constructor (long[] openingBalances, Midway midway)");
    }
    return new VariantElement(
        type, claim.constants("keeps").stream().map(Promise::valueOf).collect(Collectors.toSet()));
  }
}
