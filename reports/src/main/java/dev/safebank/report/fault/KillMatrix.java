package dev.safebank.report.fault;

import dev.safebank.evidence.fault.BankKind;
import dev.safebank.evidence.fault.ExploredBank;
import dev.safebank.evidence.fault.KillMatrixHeader;
import dev.safebank.evidence.fault.StressedBank;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What exploration and stress found in planted faults and in right banks.
 *
 * @param header of what exploration found
 * @param explored the banks that were explored, in their order
 * @param stressed what stress found, by name of the bank; only of the same sources
 */
public record KillMatrix(
    KillMatrixHeader header, List<ExploredBank> explored, Map<String, StressedBank> stressed) {

  public KillMatrix {
    explored = List.copyOf(explored);
    stressed = Map.copyOf(stressed);
  }

  /** The banks of one kind. */
  public List<ExploredBank> of(BankKind kind) {
    return explored.stream().filter(bank -> bank.kind() == kind).toList();
  }

  /** What stress found in a bank; empty if it was not stressed. */
  public Optional<StressedBank> stress(ExploredBank bank) {
    return Optional.ofNullable(stressed.get(bank.name()));
  }

  /** Whether every bank was explored, and each shows what it must and nothing else. */
  public boolean asExpected() {
    return complete() && explored.stream().allMatch(ExploredBank::asExpected);
  }

  /** Whether the run came to its end. */
  public boolean complete() {
    return explored.size() == header.banks();
  }

  /** How many of the faulty banks were killed. */
  public long killed() {
    return of(BankKind.FAULTY).stream().filter(ExploredBank::killed).count();
  }

  /** How many of the faulty banks were stressed. */
  public long stressedFaults() {
    return of(BankKind.FAULTY).stream().flatMap(bank -> stress(bank).stream()).count();
  }

  /** How many of these were killed by stress. */
  public long killedByStress() {
    return of(BankKind.FAULTY).stream()
        .flatMap(bank -> stress(bank).stream())
        .filter(bank -> !bank.findings().isEmpty())
        .count();
  }
}
