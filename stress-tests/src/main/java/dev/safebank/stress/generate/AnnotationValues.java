package dev.safebank.stress.generate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/**
 * The values of one annotation, read without loading the classes that they name. A value that has
 * its default is empty.
 */
final class AnnotationValues {

  private final Map<String, AnnotationValue> values;

  private AnnotationValues(AnnotationMirror annotation) {
    values = annotation.getElementValues().entrySet().stream()
        .collect(Collectors.toMap(
            entry -> entry.getKey().getSimpleName().toString(), Map.Entry::getValue));
  }

  /**
   * Reads an annotation by its name.
   *
   * @throws MatrixException if the element has no such annotation
   */
  static AnnotationValues of(Element element, String annotationName) {
    return find(element, annotationName)
        .orElseThrow(() -> new MatrixException(element
            + " has no @"
            + annotationName.substring(annotationName.lastIndexOf('.') + 1)
            + " annotation: add one, or leave the class out of the matrix"));
  }

  /** Reads an annotation by its name, if the element has one. */
  static Optional<AnnotationValues> find(Element element, String annotationName) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
            .getQualifiedName()
            .contentEquals(annotationName))
        .findFirst()
        .map(AnnotationValues::new);
  }

  /** Whether the annotation gives this value, instead of leaving it to its default. */
  boolean gives(String name) {
    return values.containsKey(name);
  }

  List<TypeElement> types(String name) {
    return list(name).stream().map(value -> type(name, value)).toList();
  }

  /** For a class that is missing or not accessible, javac gives a text in place of the class. */
  private static TypeElement type(String name, AnnotationValue value) {
    if (value.getValue() instanceof DeclaredType declared
        && declared.getKind() == TypeKind.DECLARED) {
      return (TypeElement) declared.asElement();
    }
    throw new MatrixException(
        "%s names a class that is not there, or is not accessible: see javac's own error"
            .formatted(name));
  }

  List<String> strings(String name) {
    return list(name).stream().map(value -> (String) value.getValue()).toList();
  }

  /** A number that is not left to its default. */
  int number(String name) {
    return (Integer) values.get(name).getValue();
  }

  /** Whether a flag is set; it is not by default. */
  boolean flag(String name) {
    return gives(name) && (Boolean) values.get(name).getValue();
  }

  /** The names of enum constants. */
  List<String> constants(String name) {
    return list(name).stream()
        .map(value -> ((VariableElement) value.getValue()).getSimpleName().toString())
        .toList();
  }

  /** A value as a list; javac wraps even a single one given to an array element. */
  private List<? extends AnnotationValue> list(String name) {
    AnnotationValue value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value.getValue() instanceof List<?> many) {
      return many.stream().map(AnnotationValue.class::cast).toList();
    }
    return List.of(value);
  }
}
