package dev.safebank.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.safebank.model.LockingVariant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of the modules and packages below one root package, so that a miniature project that
 * breaks each of them can be checked like the real one.
 *
 * @param root name of the package that all modules lie in
 */
record ArchitectureRules(String root) {

  /** The modules by the packages that all their classes lie in. */
  static final List<String> MODULES = List.of(
      "model",
      "explore",
      "evidence",
      "console",
      "threads",
      "stress",
      "faults",
      "benchmarks",
      "report",
      "junit");

  /** The packages of the explorer that others may use, and that its module descriptor exports. */
  static final Set<String> EXPLORER_API = Set.of(
      "dev.safebank.explore",
      "dev.safebank.explore.actors",
      "dev.safebank.explore.options",
      "dev.safebank.explore.result");

  private static final String[] JACKSON = {"com.fasterxml.jackson.annotation..", "tools.jackson.."};

  /** Every class belongs to a module, so that no class escapes the rules of the modules. */
  ArchRule everyClassIsInAModule() {
    return classes().should().resideInAnyPackage(modules(MODULES.toArray(String[]::new)));
  }

  /** A module depends on nothing but what is named here for it. */
  ArchRule dependenciesOf(String module) {
    return switch (module) {
      // The published contract test is written with JUnit, which the module needs for nothing else.
      case "model" -> dependsOnlyOn(module, "org.junit.jupiter.api..", "org.apiguardian.api..");
      case "threads" -> dependsOnlyOn(module);
      case "explore" -> dependsOnlyOn(module, "org.openjdk.jcstress..", "org.objectweb.asm..");
      case "console" -> dependsOnlyOn(module, "picocli..");
      case "evidence" -> dependsOnlyOn(module, with(modules("model"), JACKSON));
      case "report" ->
        dependsOnlyOn(
            module,
            with(
                modules("model", "evidence", "console"),
                JACKSON,
                "gg.jte..",
                "com.github.difflib.."));
      case "benchmarks" ->
        dependsOnlyOn(
            module,
            with(
                modules("model", "evidence", "console", "threads"),
                JACKSON,
                "org.openjdk.jmh..",
                "picocli.."));
      case "stress" ->
        dependsOnlyOn(
            module,
            with(
                modules("model", "evidence", "explore", "console", "threads"),
                JACKSON,
                "org.openjdk.jcstress..",
                "org.objectweb.asm..",
                "com.palantir.javapoet..",
                "picocli.."));
      case "faults" ->
        dependsOnlyOn(
            module,
            with(
                modules("model", "evidence", "explore", "console", "stress"),
                new String[] {"com.sun.source.."},
                "org.openjdk.jcstress..",
                "com.github.difflib..",
                "picocli.."));
      case "junit" ->
        dependsOnlyOn(
            module,
            with(
                modules("model", "evidence", "explore", "console", "stress", "report"),
                new String[0],
                "org.openjdk.jcstress..",
                "org.junit.jupiter.api..",
                "org.junit.platform..",
                "org.opentest4j..",
                "org.apiguardian.api.."));
      default -> throw new IllegalArgumentException("no rule for " + module);
    };
  }

  private ArchRule dependsOnlyOn(String module, String... others) {
    String[] jdk = {"java..", "javax..", "com.sun.management.."};
    return classes()
        .that()
        .resideInAPackage(modules(module)[0])
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(with(modules(module), jdk, others));
  }

  /** Other modules use the explorer's API and its results, and nothing else of it. */
  ArchRule explorerInternalsAreHidden() {
    String explorer = root + ".explore";
    String[] api = EXPLORER_API.stream()
        .map(name -> name.replace("dev.safebank", root))
        .toArray(String[]::new);
    DescribedPredicate<JavaClass> internals =
        resideInAPackage(explorer + "..").and(not(resideInAnyPackage(api)));
    return noClasses()
        .that()
        .resideOutsideOfPackage(explorer + "..")
        .should()
        .dependOnClassesThat(internals)
        .as("Only explore and its actors, options and result are used outside the explorer");
  }

  /**
   * What is made from verdicts does not know the evidence that they come from, so that evidence can
   * change without a change of {@code verdicts.json}. Results of benchmarks and the kill matrix are
   * no part of it, nor is the check of what a file is.
   */
  ArchRule verdictsHideEvidence() {
    String report = root + ".report.";
    DescribedPredicate<JavaClass> evidence = resideInAPackage(root + ".evidence..")
        .and(not(resideInAnyPackage(root + ".evidence.cost", root + ".evidence.fault")))
        .and(not(name(root + ".evidence.RegularFile")));
    return noClasses()
        .that()
        .resideInAnyPackage(
            report + "verdict..",
            report + "page..",
            report + "text..",
            report + "summary..",
            report + "gate..")
        .should()
        .dependOnClassesThat(evidence)
        .as("Verdicts, and what is made from them, do not depend on evidence");
  }

  /** No package depends on another that depends on it, directly or through others. */
  ArchRule packagesAreFreeOfCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /**
   * No package is too large to take in at a glance. Variants do not count: their catalogue is meant
   * to grow.
   *
   * @param most number of top-level types in a package
   */
  ArchRule packagesHaveAtMost(int most) {
    return classes()
        .that()
        .areTopLevelClasses()
        .and()
        .areNotAnnotatedWith(LockingVariant.class)
        .and()
        .doNotHaveSimpleName("package-info")
        .should(new FewPerPackage(most));
  }

  /** One word, one meaning: no two types have the same simple name, nested types included. */
  ArchRule simpleNamesAreUnique() {
    return classes()
        .that(DescribedPredicate.describe(
            "have a name of their own",
            type -> !type.isAnonymousClass()
                && !type.isLocalClass()
                && !type.getSimpleName().equals("package-info")))
        .should(new UniqueSimpleNames());
  }

  private String[] modules(String... names) {
    return Arrays.stream(names).map(name -> root + "." + name + "..").toArray(String[]::new);
  }

  private static String[] with(String[] some, String[] others, String... more) {
    return Stream.of(some, others, more).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
