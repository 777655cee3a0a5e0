package dev.safebank.stress.generate;

import dev.safebank.model.Promise;
import dev.safebank.stress.evidence.OutcomeFacts;
import dev.safebank.stress.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;

/**
 * A scenario as the compiler sees it.
 *
 * @param actors the methods that jcstress is to call, arbiter included, in source order
 */
record ScenarioElement(
    TypeElement type,
    String story,
    List<ExecutableElement> actors,
    List<String> serial,
    List<Feared> feared) {

  /** An outcome pattern that breaks a promise. */
  record Feared(String pattern, Promise breaks, String meaning) {}

  /**
   * Reads a scenario class.
   *
   * @throws MatrixException if it lacks the annotation
   */
  static ScenarioElement of(TypeElement type) {
    AnnotationValues scenario = AnnotationValues.of(type, Scenario.class.getName());
    return new ScenarioElement(
        type,
        String.join("", scenario.strings("story")),
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(ScenarioElement::isCalledByJcstress)
            .toList(),
        scenario.strings("serial"),
        feared(scenario));
  }

  private static List<Feared> feared(AnnotationValues scenario) {
    List<Feared> feared = new ArrayList<>();
    for (AnnotationValues anomaly : scenario.annotations("anomalies")) {
      for (String outcome : anomaly.strings("outcomes")) {
        feared.add(new Feared(
            outcome, promise(anomaly, "breaks"), anomaly.strings("meaning").get(0)));
      }
    }
    feared.add(anyPart(OutcomeFacts.deadlock()));
    feared.add(anyPart(OutcomeFacts.stuck(promise(scenario, "stuckBreaks"))));
    return feared;
  }

  private static Promise promise(AnnotationValues values, String name) {
    return values.constants(name).stream()
        .map(Promise::valueOf)
        .findFirst()
        .orElse(Promise.NEVER_DEADLOCKS);
  }

  private static Feared anyPart(OutcomeFacts blocked) {
    return new Feared(
        "(.*, )?" + blocked.outcome() + "(, .*)?",
        blocked.breaks().orElseThrow(),
        blocked.meaning());
  }

  private static boolean isCalledByJcstress(ExecutableElement method) {
    return Stream.of(Actor.class, Arbiter.class)
        .anyMatch(annotation -> method.getAnnotation(annotation) != null);
  }
}
