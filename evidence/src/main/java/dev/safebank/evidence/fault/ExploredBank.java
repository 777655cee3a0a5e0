package dev.safebank.evidence.fault;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What exploration found in one bank.
 *
 * @param name simple name of its class
 * @param kind what is to be found
 * @param original the right bank that it was made from; its own name if it is one
 * @param fault what it does wrong, in a few words; its idea if it is right
 * @param code the code of the mutation operator; empty if there is none
 * @param method name of the method or field that was changed; empty if none was
 * @param change the lines that differ from the original, each after {@code -} or {@code +}
 * @param source hash of its source
 * @param breaks the laws that it must be found to break
 * @param why it breaks nothing, or why not all of it can be found; may be empty
 * @param findings one for each law that it was found to break
 * @param races whether a data race was found
 * @param programs how many were explored
 * @param executions how many were run
 * @param incomplete why not every execution of these was run; empty if all were
 * @param millis wall time
 */
public record ExploredBank(
    String name,
    BankKind kind,
    String original,
    String fault,
    String code,
    String method,
    List<String> change,
    String source,
    List<String> breaks,
    String why,
    List<FaultFinding> findings,
    boolean races,
    long programs,
    long executions,
    List<String> incomplete,
    long millis)
    implements KillMatrixRecord {

  public ExploredBank {
    change = List.copyOf(change);
    breaks = List.copyOf(breaks);
    findings = List.copyOf(findings);
    incomplete = List.copyOf(incomplete);
  }

  /** Whether any law was found to be broken. */
  public boolean killed() {
    return !findings.isEmpty();
  }

  /**
   * Whether what is to be found was found: of a faulty bank every law that it must be found to
   * break, in others nothing.
   */
  public boolean asExpected() {
    Set<String> found = findings.stream().map(FaultFinding::law).collect(Collectors.toSet());
    return switch (kind) {
      case FAULTY -> killed() && found.containsAll(breaks);
      case RACING -> !killed() && races;
      case BEYOND_SCOPE, EQUIVALENT, RIGHT -> !killed();
    };
  }
}
