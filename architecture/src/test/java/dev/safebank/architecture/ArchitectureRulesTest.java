package dev.safebank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule fails on the classes of {@code planted}, a miniature project that breaks them all. */
class ArchitectureRulesTest {

  private static final String ROOT = ArchitectureRulesTest.class.getPackageName() + ".planted";
  private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

  @Test
  void aClassOutsideTheModulesIsFound() {
    assertThat(violations(RULES.everyClassIsInAModule()))
        .anyMatch(violation -> violation.contains("elsewhere.Stray"));
  }

  @ParameterizedTest
  @CsvSource({
    "model, model.Account, planted.evidence.Sample",
    "explore, explore.Search, planted.model.Account",
    "evidence, evidence.Sample, planted.stress.Run",
    "console, console.Table, planted.model.Account",
    "threads, threads.Dump, planted.model.Account",
    "stress, stress.Run, planted.report.Page",
    "faults, faults.Mutant, planted.report.Page",
    "benchmarks, benchmarks.Cost, planted.stress.Run",
    "report, report.Page, org.openjdk.jcstress.annotations.Actor"
  })
  void aDependencyThatTheModuleMayNotHaveIsFound(String module, String from, String to) {
    assertThat(violations(RULES.dependenciesOf(module)))
        .isNotEmpty()
        .allMatch(violation -> violation.contains(from) && violation.contains(to));
  }

  @Test
  void aUseOfTheExplorersInternalsIsFound() {
    assertThat(violations(RULES.explorerInternalsAreHidden()))
        .isNotEmpty()
        .allMatch(violation -> violation.contains("stress.Run") && violation.contains("hook.Hook"));
  }

  @Test
  void aPageThatKnowsEvidenceIsFound() {
    assertThat(violations(RULES.verdictsHideEvidence()))
        .isNotEmpty()
        .allMatch(violation ->
            violation.contains("page.Widget") && violation.contains("evidence.Sample"));
  }

  @Test
  void aCycleOfPackagesIsFound() {
    assertThat(violations(RULES.packagesAreFreeOfCycles()))
        .anyMatch(cycle -> cycle.contains("Slice loop.left") && cycle.contains("Slice loop.right"));
  }

  @Test
  void aPackageWithTooManyTypesIsFound() {
    assertThat(violations(RULES.packagesHaveAtMost(1)))
        .containsExactly(ROOT + ".loop.left has 2 types, more than 1");
    assertThat(violations(RULES.packagesHaveAtMost(2))).isEmpty();
  }

  @Test
  void twoTypesOfOneSimpleNameAreFound() {
    assertThat(violations(RULES.simpleNamesAreUnique()))
        .containsExactly(
            "Twice names %s.loop.left.Left$Twice and %s.loop.right.Twice".formatted(ROOT, ROOT));
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails();
  }
}
