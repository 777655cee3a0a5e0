package dev.safebank.model.contract;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Checks the banks of one kind against the contract of {@link dev.safebank.model.Bank}, one call at
 * a time. Each check throws a {@link ContractViolation} if a bank deviates from the specification.
 *
 * <p>The checks are those of {@link BankContract}, for programs that do not use JUnit.
 */
public final class ContractCheck {

  private static final long[] THREE_ACCOUNTS = {100, 100, 100};

  private static final int RANDOM_SEQUENCES = 100;
  private static final int STEPS_IN_A_SEQUENCE = 40;
  private static final int LARGE_BANK = 1_000;

  private final BankFactory factory;
  private final Set<Promise> keeps;
  private final Duration timeLimit;

  /**
   * Checks for the banks that a factory opens.
   *
   * @param keeps the promises that the banks keep; they are exempt from what the others say
   * @param timeLimit for each call; it is spent only on a call that never returns
   */
  public ContractCheck(BankFactory factory, Set<Promise> keeps, Duration timeLimit) {
    this.factory = factory;
    this.keeps = Set.copyOf(keeps);
    this.timeLimit = timeLimit;
  }

  /** Makes every call over small sets of accounts and amounts, each on a new bank. */
  public void singleCalls() throws InterruptedException {
    SequentialComparison comparison = comparison();
    for (long[] opening : Alphabets.OPENINGS) {
      for (Call call : Alphabets.all(opening)) {
        comparison.add(
            opening, List.of(SequenceStep.of(call), SequenceStep.of(new Call.Validate())));
      }
    }
    comparison.run();
  }

  /** Makes every sequence of three calls of the different kinds that there are. */
  public void sequencesOfThreeCalls() throws InterruptedException {
    SequentialComparison comparison = comparison();
    for (Call first : Alphabets.KINDS) {
      for (Call second : Alphabets.KINDS) {
        for (Call third : Alphabets.KINDS) {
          comparison.add(
              THREE_ACCOUNTS,
              List.of(SequenceStep.of(first), SequenceStep.of(second), SequenceStep.of(third)));
        }
      }
    }
    comparison.run();
  }

  /** Makes long random sequences of calls, the same ones in every run; some are interrupted. */
  public void randomSequences() throws InterruptedException {
    SequentialComparison comparison = comparison();
    for (int seed = 0; seed < RANDOM_SEQUENCES; seed++) {
      Random random = new Random(seed);
      List<SequenceStep> steps = new ArrayList<>();
      while (steps.size() < STEPS_IN_A_SEQUENCE) {
        steps.add(Alphabets.random(random, THREE_ACCOUNTS.length));
      }
      comparison.add(THREE_ACCOUNTS, steps);
    }
    comparison.run();
  }

  /** Makes every call in a thread that is interrupted before, then another in one that is not. */
  public void callsOfInterruptedThreads() throws InterruptedException {
    SequentialComparison comparison = comparison();
    for (Call call : Alphabets.all(THREE_ACCOUNTS)) {
      comparison.add(
          THREE_ACCOUNTS,
          List.of(SequenceStep.interrupted(call), SequenceStep.of(new Call.Transfer(2, 0, 1))));
    }
    comparison.run();
  }

  /** Interrupts calls while another thread's transfer is midway, for which they may wait. */
  public void interruptedWaits() throws InterruptedException {
    for (Call call : Alphabets.WHILE_A_TRANSFER_IS_MIDWAY) {
      try (InterruptedWait wait = new InterruptedWait(factory, keeps, timeLimit)) {
        wait.check(call);
      }
    }
  }

  /** Checks that whatever the hook throws ends the transfer and is thrown to its caller. */
  public void failuresOfTheHook() throws InterruptedException {
    try (HookFailures failures = new HookFailures(factory, keeps, timeLimit)) {
      failures.check();
    }
  }

  /** Checks that opening balances must not be negative, and that no array is shared. */
  public void openingBalances() throws InterruptedException {
    try (OpeningCheck opening = new OpeningCheck(factory, timeLimit)) {
      opening.check();
    }
  }

  /** Passes money round a bank of many accounts. */
  public void largeBank() throws InterruptedException {
    long[] opening = new long[LARGE_BANK];
    Arrays.fill(opening, 100);
    List<SequenceStep> steps = new ArrayList<>();
    for (int from = 0; from < LARGE_BANK; from++) {
      steps.add(SequenceStep.of(new Call.Transfer(from, (from + 1) % LARGE_BANK, 100)));
    }
    steps.add(SequenceStep.of(new Call.Validate()));
    SequentialComparison comparison = comparison();
    comparison.add(opening, steps);
    comparison.run();
  }

  /** Checks that banks know nothing of each other: what one holds does not show in the next. */
  public void independentBanks() throws InterruptedException {
    SequentialComparison comparison = comparison();
    List<SequenceStep> steps = List.of(
        SequenceStep.of(new Call.Validate()),
        SequenceStep.of(new Call.Transfer(0, 1, 5)),
        SequenceStep.of(new Call.Transfer(1, 0, 100)),
        SequenceStep.of(new Call.Validate()));
    for (long[] opening : new long[][] {{100, 100}, {7, 5}, {100, 100, 100}, {1, 2, 3}, {50, 60}}) {
      comparison.add(opening, steps);
    }
    comparison.run();
  }

  private SequentialComparison comparison() {
    return new SequentialComparison(factory, keeps, timeLimit);
  }
}
