package dev.safebank.report.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.gate.Gate;
import dev.safebank.report.input.GatheredEvidence;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.RunInfo;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.fleet.FleetInfo;
import dev.safebank.report.verdict.fleet.PlatformInfo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a judgement says of the run as a whole. */
class RunVerdictTest {

  @Test
  void withoutAnyFileNothingPasses() {
    GateViolation none = new GateViolation(GateViolation.Rule.NO_EVIDENCE, "no file");
    Verdicts verdicts = Judge.judge(GatheredEvidence.none(List.of(none)));
    assertThat(verdicts.complete()).isFalse();
    assertThat(verdicts.pass()).isFalse();
    assertThat(verdicts.reasons()).containsExactly(none);
  }

  @Test
  void aRunIsFilteredIfAnOptionOrACellThatIsNotThereSaysSo() {
    assertThat(filtered(RunFixture.good())).isFalse();
    assertThat(filtered(RunFixture.good().option("stress.variants", " * "))).isFalse();
    assertThat(filtered(RunFixture.good().option("stress.variants", "Global*"))).isTrue();
    assertThat(filtered(RunFixture.good().option("stress.scenarios", "Over*"))).isTrue();
    assertThat(filtered(RunFixture.good()
            .select("stress.budget", "4m", cell -> !cell.scenario().equals("Overdraw"))))
        .isTrue();
  }

  private static boolean filtered(RunFixture run) {
    return info(run).filtered();
  }

  private static RunInfo info(RunFixture run) {
    return run.verdicts().run().orElseThrow();
  }

  @Test
  void variantsOfWhichNoCellWasSelectedAreNotJudged() {
    RunFixture run = RunFixture.good()
        .select("stress.variants", "Global*", cell -> cell.variant().equals("GlobalLockBank"));
    assertThat(run.verdicts().variants())
        .extracting(VariantVerdict::name)
        .containsExactly("GlobalLockBank");
  }

  @Test
  void theCommandThatReplaysAWitnessIsThatOfTheEvidence() {
    assertThat(info(RunFixture.good()).replay())
        .isEqualTo("java ReplayCommand " + RunInfo.SCHEDULE + " " + RunInfo.TEST);
  }

  @Test
  void oneMachineIsTheRunsEnvironmentAndSeveralKindsAreNot() {
    assertThat(RunFixture.good().verdicts().environment()).isPresent();
    assertThat(RunFixture.good().on(fleet("amd64")).verdicts().environment()).isPresent();
    assertThat(RunFixture.good().on(fleet("amd64", "aarch64")).verdicts().environment())
        .isEmpty();
  }

  private static FleetInfo fleet(String... platforms) {
    return new FleetInfo(
        platforms.length,
        platforms.length,
        Stream.of(platforms)
            .map(name -> new PlatformInfo(name, name, "Example CPU", 2, "Example JVM", "", 1, 1))
            .toList());
  }

  @Test
  void aPromiseIsJudgedByThePlatformThatBrokeItMostOftenOrElseHasTheFewestSamples() {
    PlatformCount none = new PlatformCount("none", 0, 0);
    PlatformCount few = new PlatformCount("few", 10, 0);
    PlatformCount many = new PlatformCount("many", 90, 0);
    PlatformCount broken = new PlatformCount("broken", 50, 1);
    PlatformCount oftenBroken = new PlatformCount("often broken", 70, 2);
    assertThat(PlatformCount.telling(List.of(none, many, few))).isEqualTo(few);
    assertThat(PlatformCount.telling(List.of(few, broken, oftenBroken, none)))
        .isEqualTo(oftenBroken);
  }

  @Test
  void onlyABankThatBrokeItsContractHasACheckOfIt() {
    assertThat(Gate.contracts(RunFixture.good().verdicts())).isEmpty();
  }
}
