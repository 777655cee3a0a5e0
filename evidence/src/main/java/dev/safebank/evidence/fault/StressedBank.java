package dev.safebank.evidence.fault;

import java.util.List;

/**
 * What stress found in one bank.
 *
 * @param name simple name of its class
 * @param source hash of its source
 * @param findings one for each law that it was found to break
 * @param samples how many were taken
 * @param millis wall time of its forks
 */
public record StressedBank(
    String name, String source, List<FaultFinding> findings, long samples, long millis)
    implements KillMatrixRecord {

  public StressedBank {
    findings = List.copyOf(findings);
  }
}
