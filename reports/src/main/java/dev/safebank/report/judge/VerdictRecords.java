package dev.safebank.report.judge;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.program.ProgramViolation;
import dev.safebank.report.input.ExplorationAdapter;
import dev.safebank.report.verdict.BlockedActor;
import dev.safebank.report.verdict.EnvironmentInfo;
import dev.safebank.report.verdict.ProgramFinding;
import dev.safebank.report.verdict.ScenarioInfo;
import dev.safebank.report.verdict.ScopeVerdict;
import dev.safebank.report.verdict.VerdictWitness;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Converts records of evidence to the records of verdicts. */
public final class VerdictRecords {

  private VerdictRecords() {}

  /** A machine and its software as verdicts show them. */
  public static EnvironmentInfo environment(Environment environment) {
    return new EnvironmentInfo(
        environment.os(),
        environment.cpu(),
        environment.cpus(),
        environment.topology(),
        environment.jvm(),
        environment.versions());
  }

  static ScenarioInfo scenario(ScenarioFacts facts) {
    return new ScenarioInfo(
        facts.name(),
        facts.className(),
        facts.story(),
        facts.actors(),
        facts.reports(),
        facts.program().program().toString(),
        List.copyOf(facts.serialOutcomes()),
        facts.meanings().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
  }

  /** Actors that stress found waiting forever, as verdicts show them. */
  public static VerdictWitness observed(String configuration, Blockage blockage) {
    return new VerdictWitness.ObservedBlockage(
        blockage.kind().outcome(),
        configuration,
        blockage.kind() == BlockageKind.DEADLOCK,
        blockage.threads().stream()
            .map(thread -> new BlockedActor(
                thread.actor(), thread.state(), thread.waitsFor(), thread.heldBy(), thread.stack()))
            .toList());
  }

  /** What a scope shows: programs, and what stands for them in commands. */
  static ScopeVerdict scope(ScopeRecord scope) {
    return new ScopeVerdict(
        scope.scope(),
        scope.programs(),
        scope.explored(),
        scope.interleavings(),
        scope.complete(),
        scope.incomplete().stream()
            .map(cause -> "%s (%d programs, e.g. \"%s\")"
                .formatted(cause.reason(), cause.programs(), cause.example()))
            .toList(),
        scope.races().stream().map(race -> ExplorationAdapter.race(race.race())).toList(),
        scope.relaxed(),
        scope.violations().stream().map(violation -> finding(scope, violation)).toList());
  }

  private static ProgramFinding finding(ScopeRecord scope, ProgramViolation violation) {
    return new ProgramFinding(
        scope.scope(),
        violation.promise(),
        violation.meaning(),
        violation.program(),
        violation.outcome(),
        violation.calls().stream()
            .map(call -> "%s gave %s where the specification allows %s"
                .formatted(call.call(), call.result(), String.join(" or ", call.specified())))
            .toList(),
        violation.allowed(),
        violation.programs(),
        ExplorationAdapter.witness(violation.witness()),
        scope.test(violation.program()));
  }
}
