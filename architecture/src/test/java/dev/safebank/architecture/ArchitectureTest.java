package dev.safebank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The architecture of this project: all main classes of all modules, but those that JMH generates.
 */
class ArchitectureTest {

  /** About 25: more are too many to take in when one opens the folder. */
  private static final int MOST_TYPES = 27;

  private static final ArchitectureRules RULES = new ArchitectureRules("dev.safebank");
  private static final JavaClasses CLASSES = mainClasses();

  private static JavaClasses mainClasses() {
    String tests = ArchitectureTest.class.getPackageName();
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("/jmh_generated/"))
        .withImportOption(location -> !location.contains("/" + tests.replace('.', '/') + "/"))
        .importPackages("dev.safebank");
  }

  @Test
  void theClassesOfAllModulesAreChecked() {
    assertThat(CLASSES)
        .extracting(JavaClass::getName)
        .contains(
            "dev.safebank.model.Bank",
            "dev.safebank.explore.Explorer",
            "dev.safebank.evidence.EvidenceRecord",
            "dev.safebank.console.UserError",
            "dev.safebank.threads.ThreadDump",
            "dev.safebank.stress.command.StressCommand",
            "dev.safebank.faults.PlantedFaults",
            "dev.safebank.benchmarks.BenchmarkCommand",
            "dev.safebank.report.ReportCommand",
            "dev.safebank.junit.SafebankTestEngine");
  }

  @Test
  void everyClassIsInAModule() {
    RULES.everyClassIsInAModule().check(CLASSES);
  }

  static List<String> modulesDependOnlyOnWhatIsAllowed() {
    return ArchitectureRules.MODULES;
  }

  @ParameterizedTest
  @MethodSource
  void modulesDependOnlyOnWhatIsAllowed(String module) {
    RULES.dependenciesOf(module).check(CLASSES);
  }

  @Test
  void explorerInternalsAreHidden() {
    RULES.explorerInternalsAreHidden().check(CLASSES);
  }

  @Test
  void verdictsHideEvidence() {
    RULES.verdictsHideEvidence().check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    RULES.packagesAreFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesAreSmallEnoughToTakeInAtAGlance() {
    RULES.packagesHaveAtMost(MOST_TYPES).check(CLASSES);
  }

  @Test
  void simpleNamesAreUnique() {
    RULES.simpleNamesAreUnique().check(CLASSES);
  }
}
