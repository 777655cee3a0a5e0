package dev.safebank.report.gate;

import dev.safebank.report.verdict.GateViolation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A check that must succeed for the build to pass.
 *
 * @param name what is checked, and what was found
 * @param objections why it is not true; empty if it is
 */
public record GateCheck(String name, List<GateViolation> objections) {

  public GateCheck {
    objections = List.copyOf(objections);
  }

  /** Whether the check lets the build pass. */
  public boolean passes() {
    return objections.isEmpty();
  }

  /** All that stands against it, one line each. */
  public String message() {
    return objections.stream().map(GateViolation::message).collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return name;
  }
}
