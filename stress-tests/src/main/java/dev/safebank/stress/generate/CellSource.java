package dev.safebank.stress.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.safebank.evidence.BlockageKind;
import dev.safebank.model.Promise;
import dev.safebank.stress.scenario.Cell;
import dev.safebank.stress.watch.Watchdog;
import java.util.EnumSet;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;

/**
 * Generates the source of one cell's test. jcstress finds actors only among the methods that a test
 * class itself declares, so each actor is declared again and calls that of the scenario.
 */
record CellSource(String packageName, VariantElement variant, ScenarioElement scenario) {

  String qualifiedName() {
    return packageName + "." + simpleName();
  }

  private String simpleName() {
    return variant.type().getSimpleName() + "_" + scenario.type().getSimpleName();
  }

  /** The source file; {@code matrix} is its originating element, for incremental compilers. */
  JavaFile toJavaFile(TypeElement matrix) {
    ClassName test = ClassName.get(packageName, simpleName());
    TypeSpec.Builder type = TypeSpec.classBuilder(test)
        .addOriginatingElement(matrix)
        .addModifiers(Modifier.PUBLIC)
        .superclass(TypeName.get(scenario.type().asType()))
        .addAnnotation(AnnotationSpec.builder(Generated.class)
            .addMember("value", "$S", StressMatrixProcessor.class.getName())
            .build())
        .addAnnotation(AnnotationSpec.builder(Cell.class)
            .addMember("variant", "$T.class", ClassName.get(variant.type()))
            .addMember("scenario", "$T.class", scenario.type())
            .build())
        .addAnnotation(JCStressTest.class)
        .addAnnotation(AnnotationSpec.builder(Description.class)
            .addMember("value", "$S", variant.type().getSimpleName() + ": " + scenario.story())
            .build())
        .addAnnotation(State.class);
    addOutcomes(type);
    type.addStaticBlock(CodeBlock.of("$T.guard($T.class);\n", Watchdog.class, test))
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addStatement("super($T::new)", ClassName.get(variant.type()))
            .build());
    scenario.actors().forEach(actor -> type.addMethod(redeclare(actor)));
    return JavaFile.builder(packageName, type.build()).build();
  }

  /**
   * Serial outcomes are acceptable, and so is any other where the variant admits to not being
   * linearizable: which promise such an outcome breaks, only the judge can say.
   */
  private void addOutcomes(TypeSpec.Builder type) {
    for (String serial : scenario.program().serialOutcomes()) {
      type.addAnnotation(outcome(serial, Expect.ACCEPTABLE, "The specification allows this."));
    }
    for (BlockageKind blockage : BlockageKind.values()) {
      type.addAnnotation(outcome(
          ScenarioElement.anyPart(blockage),
          variant.admitsAny(blocking()) ? Expect.ACCEPTABLE_INTERESTING : Expect.FORBIDDEN,
          "An actor waits forever."));
    }
    type.addAnnotation(outcome(
        "",
        variant.admitsAny(EnumSet.of(Promise.LINEARIZABLE))
            ? Expect.ACCEPTABLE_INTERESTING
            : Expect.FORBIDDEN,
        "No order of whole calls gives this."));
  }

  /** The promises that an actor of this scenario may break by waiting forever. */
  private Set<Promise> blocking() {
    Set<Promise> blocking =
        EnumSet.of(Promise.NEVER_DEADLOCKS, Promise.RELEASES_LOCKS, Promise.NESTS);
    blocking.retainAll(scenario.program().canShow());
    return blocking;
  }

  private static AnnotationSpec outcome(String id, Expect expect, String description) {
    AnnotationSpec.Builder outcome = AnnotationSpec.builder(Outcome.class);
    if (!id.isEmpty()) {
      outcome.addMember("id", "$S", id);
    }
    return outcome
        .addMember("expect", "$T.$L", Expect.class, expect.name())
        .addMember("desc", "$S", description)
        .build();
  }

  private static MethodSpec redeclare(ExecutableElement actor) {
    VariableElement result = actor.getParameters().get(0);
    Class<?> role = actor.getAnnotation(Arbiter.class) == null ? Actor.class : Arbiter.class;
    return MethodSpec.methodBuilder(actor.getSimpleName().toString())
        .addAnnotation(Override.class)
        .addAnnotation(role)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(TypeName.get(result.asType()), result.getSimpleName().toString())
        .addStatement("super.$L($L)", actor.getSimpleName(), result.getSimpleName())
        .build();
  }
}
