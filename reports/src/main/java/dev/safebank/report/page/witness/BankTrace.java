package dev.safebank.report.page.witness;

import dev.safebank.report.verdict.VerdictStep;
import dev.safebank.report.verdict.VerdictWitness;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes the state of the bank after each step of an interleaving. */
final class BankTrace {

  /** How the explorer names a bank's field, in programs and in scenarios. */
  private static final List<String> BALANCES = List.of("balances[%d]", "bank.balances[%d]");

  private final Map<String, Integer> accountByVariable = new HashMap<>();
  private final List<Long> balances;
  private final Map<String, String> written = new HashMap<>();
  private final List<StepState.HeldLock> held = new ArrayList<>();
  private boolean balancesAreKnown;

  private BankTrace(List<Long> opening, VerdictWitness.Interleaving witness) {
    this.balances = new ArrayList<>(opening);
    for (int account = 0; account < opening.size(); account++) {
      for (String name : BALANCES) {
        accountByVariable.put(name.formatted(account), account);
      }
    }
    balancesAreKnown =
        witness.steps().stream().anyMatch(step -> accountByVariable.containsKey(step.variable()));
  }

  /**
   * The state after each step, in their order.
   *
   * @param opening the opening balances; empty if they are not known
   */
  static List<StepState> of(VerdictWitness.Interleaving witness, List<Long> opening) {
    BankTrace trace = new BankTrace(opening, witness);
    List<StepState> states = new ArrayList<>();
    for (VerdictStep step : witness.steps()) {
      states.add(trace.after(step, states.size() + 1));
    }
    return states;
  }

  private StepState after(VerdictStep step, int number) {
    List<Integer> changed = new ArrayList<>();
    boolean stale = false;
    switch (step.action()) {
      case READ -> stale = isStale(step);
      case WRITE, UPDATE -> change(step, changed);
      case COMPARE_AND_SET -> {
        if (step.success().orElse(false)) {
          change(step, changed);
        }
      }
      case ACQUIRE, REACQUIRE -> acquire(step, number);
      case TRY_ACQUIRE -> {
        if (step.success().orElse(false)) {
          acquire(step, number);
        }
      }
      case RELEASE, WAIT -> release(step);
      case NOTIFY, AWAIT, CALL, SPIN, INITIALIZE, INITIALIZED, START, BEGIN, END -> {}
    }
    return new StepState(
        balancesAreKnown ? balances : List.of(),
        changed,
        balancesAreKnown ? total() : "",
        held,
        stale);
  }

  private boolean isStale(VerdictStep step) {
    String last = written.get(step.variable());
    return last != null && step.after().filter(read -> !read.equals(last)).isPresent();
  }

  private void change(VerdictStep step, List<Integer> changed) {
    step.after().ifPresent(value -> written.put(step.variable(), value));
    Integer account = accountByVariable.get(step.variable());
    if (account == null) {
      return;
    }
    Optional<Long> value = step.after().flatMap(BankTrace::number);
    balancesAreKnown &= value.isPresent();
    value.ifPresent(balance -> {
      balances.set(account, balance);
      changed.add(account);
    });
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private void acquire(VerdictStep step, int number) {
    held.add(new StepState.HeldLock(step.variable(), step.actor(), step.where().line(), number));
  }

  private void release(VerdictStep step) {
    for (int i = held.size() - 1; i >= 0; i--) {
      if (held.get(i).name().equals(step.variable()) && held.get(i).actor() == step.actor()) {
        held.remove(i);
        return;
      }
    }
  }

  private String total() {
    return balances.stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add)
        .toString();
  }
}
