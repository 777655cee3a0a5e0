package dev.safebank.model.contract;

import dev.safebank.model.BankFactory;
import dev.safebank.model.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Compares sequences of calls, each to a bank of its own, with the specification. Two threads make
 * the steps of a sequence in turn, so that a lock which one of them still holds stops the other.
 *
 * <p>To hand over from thread to thread takes longer than most calls, so one thread makes the first
 * steps of all sequences, then the other one makes the second steps, and so on.
 */
final class SequentialComparison {

  private final BankFactory factory;
  private final Set<Promise> keeps;
  private final Duration timeLimit;
  private final List<SequenceRun> runs = new ArrayList<>();
  private int longest;

  /**
   * A comparison for the banks of one kind.
   *
   * @param keeps the promises that they keep; they are exempt from what the others say
   * @param timeLimit for each call
   */
  SequentialComparison(BankFactory factory, Set<Promise> keeps, Duration timeLimit) {
    this.factory = factory;
    this.keeps = keeps;
    this.timeLimit = timeLimit;
  }

  /** Adds a sequence of steps on a new bank. */
  void add(long[] openingBalances, List<SequenceStep> steps) {
    runs.add(new SequenceRun(openingBalances, steps, keeps));
    longest = Math.max(longest, steps.size());
  }

  /**
   * Makes all steps of all sequences that were added.
   *
   * @throws ContractViolation at the first step that deviates from the specification
   */
  void run() throws InterruptedException {
    try (CallerThread one = new CallerThread(timeLimit);
        CallerThread other = new CallerThread(timeLimit)) {
      forAll(one, run -> run.open(factory));
      for (int step = 0; step < longest; step++) {
        int index = step;
        forAll(step % 2 == 0 ? one : other, run -> run.make(index));
      }
    }
  }

  /** Does the same for all runs in one thread, and watches that it gets ahead. */
  private void forAll(CallerThread caller, Consumer<SequenceRun> action)
      throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    Future<Boolean> all = caller.start(() -> {
      for (SequenceRun run : runs) {
        action.accept(run);
        done.incrementAndGet();
      }
      return true;
    });
    int doneBefore = -1;
    Optional<Boolean> ended = caller.result(all);
    while (ended.isEmpty()) {
      int doneNow = done.get();
      if (doneNow == doneBefore && doneNow < runs.size()) {
        throw runs.get(doneNow).didNotReturn(caller);
      }
      doneBefore = doneNow;
      ended = caller.result(all);
    }
  }
}
