package dev.safebank.faults.matrix;

import dev.safebank.evidence.fault.BankKind;
import dev.safebank.faults.PlantedFaults;
import dev.safebank.faults.RightBanks;
import dev.safebank.faults.mutation.FaultyBank;
import dev.safebank.model.Bank;
import dev.safebank.model.variants.LockingVariants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bank, and what is to be found in it.
 *
 * @param bank with its source
 * @param className binary name of its class
 */
record FaultTrial(FaultyBank bank, String className, FaultExpectation expected) {

  private static final FaultExpectation NOTHING =
      new FaultExpectation(BankKind.RIGHT, List.of(), "");

  /**
   * All planted faults, then all right banks.
   *
   * @throws IllegalStateException if {@code expected.txt} lacks a fault, or has one that is not
   *     planted
   */
  static List<FaultTrial> all() {
    return all(PlantedFaults.all(), FaultExpectation.read());
  }

  static List<FaultTrial> all(List<FaultyBank> faults, Map<String, FaultExpectation> expected) {
    Set<String> planted = faults.stream().map(FaultyBank::name).collect(Collectors.toSet());
    List<String> missing =
        planted.stream().filter(name -> !expected.containsKey(name)).sorted().toList();
    List<String> unknown = expected.keySet().stream()
        .filter(name -> !planted.contains(name))
        .sorted()
        .toList();
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new IllegalStateException(
          "expected.txt must say of every planted fault, and of no other, what is to be found."
              + " Missing: %s. Not planted: %s.".formatted(missing, unknown));
    }
    List<FaultTrial> trials = new ArrayList<>();
    faults.forEach(
        fault -> trials.add(new FaultTrial(fault, fault.className(), expected.get(fault.name()))));
    RightBanks.all().forEach(bank -> trials.add(right(bank)));
    return trials;
  }

  private static FaultTrial right(Class<? extends Bank> bank) {
    String idea = LockingVariants.claims(bank).idea();
    return new FaultTrial(FaultyBank.unchanged(bank, idea), bank.getName(), NOTHING);
  }

  /** A hash of the bank's source. */
  String source() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256")
              .digest(bank.source().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
