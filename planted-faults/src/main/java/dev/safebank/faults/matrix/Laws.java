package dev.safebank.faults.matrix;

import dev.safebank.evidence.fault.FaultFinding;
import dev.safebank.model.Promise;
import java.util.Optional;

/** The laws that the kill matrix has a column for. */
final class Laws {

  private Laws() {}

  /**
   * The law that an anomaly breaks. That calls are linearizable almost every anomaly breaks; it
   * counts only where no other promise names what is wrong, as a breach of the contract.
   *
   * @param promise that names the anomaly; empty if none does
   */
  static String brokenBy(Optional<Promise> promise) {
    return promise
        .filter(named -> named != Promise.LINEARIZABLE)
        .map(Promise::name)
        .orElse(FaultFinding.CONTRACT);
  }
}
