package dev.safebank.explore.runtime;

import dev.safebank.explore.finding.ExplorationState;
import dev.safebank.explore.site.Sites;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Errors of the virtual machine in one execution, which another machine need not have. They are
 * named when it is over: where they are thrown there is no stack for that, and a class of the JDK
 * that is initialized there can never be used again.
 */
public final class MachineErrors {

  private final Map<Integer, VirtualMachineError> caught = new HashMap<>();
  private Optional<VirtualMachineError> outOfSpace = Optional.empty();
  private int outOfSpaceAt;

  /** The program catches one. */
  public void caught(VirtualMachineError error, int site) {
    caught.put(site, error);
  }

  /** One leaves the explorer no stack or heap. */
  void outOfSpace(VirtualMachineError error, int site) {
    outOfSpace = Optional.of(error);
    outOfSpaceAt = site;
  }

  void name(ExplorationState findings, Sites sites) {
    caught.forEach(
        (site, error) -> findings.bound("%s is caught at %s, which not every JVM would throw"
            .formatted(error.getClass().getName(), sites.get(site).where())));
    outOfSpace.ifPresent(error ->
        findings.bound("there is no space left for the explorer while the program runs: %s, at %s"
            .formatted(error, sites.get(outOfSpaceAt).where())));
  }
}
