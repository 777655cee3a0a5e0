package dev.safebank.stress.generate;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.model.specification.ReportedProgram;
import dev.safebank.stress.scenario.Scenario;
import dev.safebank.stress.scenario.ScenarioNotation;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;

/**
 * A scenario class during annotation processing.
 *
 * @param actors the methods that jcstress is to call, arbiter included, in source order
 * @param program what the actors do, and what is reported
 */
record ScenarioElement(
    TypeElement type, String story, List<ExecutableElement> actors, ReportedProgram program) {

  /**
   * Reads a scenario class.
   *
   * @throws MatrixException if it lacks the annotation, or its program cannot be read
   */
  static ScenarioElement of(TypeElement type) {
    AnnotationValues scenario = AnnotationValues.of(type, Scenario.class.getName());
    return new ScenarioElement(
        type,
        String.join("", scenario.strings("story")),
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(ScenarioElement::isCalledByJcstress)
            .toList(),
        program(type, scenario));
  }

  private static ReportedProgram program(TypeElement type, AnnotationValues scenario) {
    try {
      return ScenarioNotation.read(
          scenario.number("accounts"),
          scenario.strings("actors"),
          String.join("", scenario.strings("reports")));
    } catch (IllegalArgumentException wrong) {
      throw new MatrixException(type + ": " + wrong.getMessage());
    }
  }

  /** A pattern of all outcomes in which some actor waits so. */
  static String anyPart(BlockageKind blockage) {
    return "(.*, )?" + blockage.outcome() + "(, .*)?";
  }

  private static boolean isCalledByJcstress(ExecutableElement method) {
    return Stream.of(Actor.class, Arbiter.class)
        .anyMatch(annotation -> method.getAnnotation(annotation) != null);
  }
}
