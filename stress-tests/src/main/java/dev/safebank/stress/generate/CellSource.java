package dev.safebank.stress.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.safebank.stress.scenario.Cell;
import dev.safebank.stress.watch.Watchdog;
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
 * The source of one cell's test. jcstress finds actors only among the methods that a test class
 * declares itself, so each is declared again here and calls the scenario's.
 */
record CellSource(String packageName, VariantElement variant, ScenarioElement scenario) {

  String qualifiedName() {
    return packageName + "." + simpleName();
  }

  private String simpleName() {
    return variant.type().getSimpleName() + "_" + scenario.type().getSimpleName();
  }

  /** The whole file; {@code matrix} is named as its origin, for incremental compilers. */
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
            .addMember("variant", "$T.class", variant.type())
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
            .addStatement("super($T::new)", variant.type())
            .build());
    scenario.actors().forEach(actor -> type.addMethod(redeclare(actor)));
    return JavaFile.builder(packageName, type.build()).build();
  }

  private void addOutcomes(TypeSpec.Builder type) {
    for (String serial : scenario.serial()) {
      type.addAnnotation(
          outcome(serial, Expect.ACCEPTABLE, "As if the actors had gone one by one."));
    }
    for (ScenarioElement.Feared feared : scenario.feared()) {
      boolean claimed = variant.keeps().contains(feared.breaks());
      type.addAnnotation(outcome(
          feared.pattern(),
          claimed ? Expect.FORBIDDEN : Expect.ACCEPTABLE_INTERESTING,
          (claimed ? "Breaks the claim " : "Breaks, as admitted, ")
              + feared.breaks()
              + ". "
              + feared.meaning()));
    }
    type.addAnnotation(outcome("", Expect.FORBIDDEN, "No known way leads here."));
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
