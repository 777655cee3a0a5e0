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

/**
 * The values of one annotation, read without loading the classes that they name. A value that the
 * annotation leaves to its default reads as empty.
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

  private static Optional<AnnotationValues> find(Element element, String annotationName) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
            .getQualifiedName()
            .contentEquals(annotationName))
        .findFirst()
        .map(AnnotationValues::new);
  }

  List<TypeElement> types(String name) {
    return list(name).stream()
        .map(value -> (TypeElement) ((DeclaredType) value.getValue()).asElement())
        .toList();
  }

  List<String> strings(String name) {
    return list(name).stream().map(value -> (String) value.getValue()).toList();
  }

  /** The names of enum constants. */
  List<String> constants(String name) {
    return list(name).stream()
        .map(value -> ((VariableElement) value.getValue()).getSimpleName().toString())
        .toList();
  }

  List<AnnotationValues> annotations(String name) {
    return list(name).stream()
        .map(value -> new AnnotationValues((AnnotationMirror) value.getValue()))
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
