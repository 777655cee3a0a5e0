package dev.safebank.faults.matrix;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.fault.FaultFinding;
import dev.safebank.evidence.fault.StressedBank;
import dev.safebank.model.specification.AnomalyKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a stress run found, bank by bank. */
final class StressFindings {

  private Header header;
  private final List<ForkRecord> forks = new ArrayList<>();

  private StressFindings() {}

  /** Reads the evidence of a run. */
  static StressFindings read(Path evidence) throws IOException {
    StressFindings findings = new StressFindings();
    EvidenceReader.read(evidence, findings::take);
    return findings;
  }

  private void take(EvidenceRecord record) {
    if (record instanceof Header first) {
      header = first;
    } else if (record instanceof ForkRecord fork) {
      forks.add(fork);
    }
  }

  /** The scenarios that were run. */
  List<ScenarioFacts> scenarios() {
    Set<String> tests = forks.stream().map(ForkRecord::test).collect(Collectors.toSet());
    Set<String> run = header.cells().stream()
        .filter(cell -> tests.contains(cell.test()))
        .map(CellFacts::scenario)
        .collect(Collectors.toSet());
    return header.scenarios().stream()
        .filter(scenario -> run.contains(scenario.name()))
        .toList();
  }

  /** What the forks of a bank found, one after the other. */
  StressedBank of(FaultTrial trial) {
    Map<String, CellFacts> cells = header.cells().stream()
        .filter(cell -> cell.variant().equals(trial.bank().name()))
        .collect(Collectors.toMap(CellFacts::test, cell -> cell));
    Map<String, FaultFinding> findings = new LinkedHashMap<>();
    long samples = 0;
    long millis = 0;
    for (ForkRecord fork : forks) {
      if (cells.containsKey(fork.test())) {
        samples += fork.samples();
        millis += fork.millis();
        add(findings, scenario(cells.get(fork.test())), fork, millis);
      }
    }
    return new StressedBank(
        trial.bank().name(), trial.source(), List.copyOf(findings.values()), samples, millis);
  }

  private ScenarioFacts scenario(CellFacts cell) {
    return header.scenarios().stream()
        .filter(scenario -> scenario.name().equals(cell.scenario()))
        .findFirst()
        .orElseThrow();
  }

  private static void add(
      Map<String, FaultFinding> findings, ScenarioFacts scenario, ForkRecord fork, long millis) {
    for (String outcome : fork.outcomes().keySet()) {
      for (AnomalyKind anomaly : scenario.anomalies(outcome)) {
        String law = Laws.brokenBy(anomaly.promise());
        findings.putIfAbsent(law, new FaultFinding(law, millis, scenario.name(), outcome));
      }
    }
    if (fork.status() == ForkStatus.FAILED) {
      findings.putIfAbsent(
          FaultFinding.CONTRACT,
          new FaultFinding(FaultFinding.CONTRACT, millis, scenario.name(), fork.message()));
    }
  }
}
