package dev.safebank.stress.generate;

import dev.safebank.stress.scenario.Scenarios;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * The annotation processor behind {@link StressMatrix}: writes one {@code @JCStressTest} class per
 * cell. jcstress's own processor then treats them as if they had been written by hand.
 */
@SupportedAnnotationTypes("dev.safebank.stress.generate.StressMatrix")
public final class StressMatrixProcessor extends AbstractProcessor {

  private final Set<String> written = new HashSet<>();

  /** For {@link java.util.ServiceLoader}. */
  public StressMatrixProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element matrix : round.getElementsAnnotatedWith(StressMatrix.class)) {
      try {
        generate((TypeElement) matrix);
      } catch (MatrixException wrong) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, wrong.getMessage(), matrix);
      } catch (IOException failed) {
        processingEnv
            .getMessager()
            .printMessage(
                Diagnostic.Kind.ERROR, "cannot write a generated test: " + failed, matrix);
      }
    }
    return false;
  }

  private void generate(TypeElement matrix) throws IOException {
    AnnotationValues asked = AnnotationValues.of(matrix, StressMatrix.class.getName());
    boolean unclaimed = asked.flag("unclaimed");
    List<VariantElement> variants = new ArrayList<>();
    for (TypeElement catalogue : asked.types("catalogues")) {
      for (TypeElement bank :
          AnnotationValues.of(catalogue, "dev.safebank.model.Catalogue").types("value")) {
        variants.add(VariantElement.of(bank, unclaimed));
      }
    }
    for (TypeElement bank : asked.types("banks")) {
      variants.add(VariantElement.of(bank, unclaimed));
    }
    if (variants.isEmpty()) {
      throw new MatrixException(
          "@StressMatrix names no variant: give it banks = … or catalogues = …");
    }
    PackageElement home = processingEnv.getElementUtils().getPackageOf(matrix);
    variants.forEach(variant -> variant.checkAccessibleFrom(home));
    List<ScenarioElement> scenarios =
        scenarioTypes(asked).stream().map(ScenarioElement::of).toList();
    String packageName = home.getQualifiedName().toString();
    for (VariantElement variant : variants) {
      for (ScenarioElement scenario : scenarios) {
        write(new CellSource(packageName, variant, scenario), matrix);
      }
    }
  }

  private List<TypeElement> scenarioTypes(AnnotationValues asked) {
    List<TypeElement> chosen = asked.types("scenarios");
    if (!chosen.isEmpty()) {
      return chosen;
    }
    TypeElement all = processingEnv.getElementUtils().getTypeElement(Scenarios.class.getName());
    return AnnotationValues.of(all, "dev.safebank.stress.scenario.ScenarioCatalogue")
        .types("value");
  }

  private void write(CellSource cell, TypeElement matrix) throws IOException {
    if (!written.add(cell.qualifiedName())) {
      throw new MatrixException("two variants or two scenarios have the same simple name: "
          + cell.qualifiedName() + " would be generated twice; rename one");
    }
    cell.toJavaFile(matrix).writeTo(processingEnv.getFiler());
  }
}
