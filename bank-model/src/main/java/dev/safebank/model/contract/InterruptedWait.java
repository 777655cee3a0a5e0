package dev.safebank.model.contract;

import dev.safebank.model.Bank;
import dev.safebank.model.BankFactory;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.CallResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Checks calls that are interrupted while another thread's transfer is midway. A bank may let a
 * call wait for that transfer or not; the call may throw, or complete when the transfer is over.
 */
final class InterruptedWait implements AutoCloseable {

  private static final long[] OPENING = {100, 100, 100, 100};
  private static final long PAUSED_AMOUNT = 1;
  private static final Call PAUSED = new Call.Transfer(0, 1, PAUSED_AMOUNT);
  private static final List<Long> WITHOUT_THE_CALL = List.of(99L, 101L, 100L, 100L);
  private static final CallResult MOVED = new CallResult.Returned(true);
  private static final CallResult TOTAL = new CallResult.Returned(400L);
  private static final CallResult INTERRUPTED = new CallResult.Threw(InterruptedException.class);

  /**
   * How the interrupted call ended.
   *
   * @param status the interrupt status afterwards
   * @param during whether it was certainly interrupted before it ended
   */
  private record Ended(CallResult result, boolean status, boolean during) {}

  private final BankFactory factory;
  private final Set<Promise> keeps;
  private final Duration timeLimit;
  private final CallerThread pausing;
  private final CallerThread waiting;

  InterruptedWait(BankFactory factory, Set<Promise> keeps, Duration timeLimit) {
    this.factory = factory;
    this.keeps = keeps;
    this.timeLimit = timeLimit;
    this.pausing = new CallerThread(timeLimit);
    this.waiting = new CallerThread(timeLimit);
  }

  void check(Call call) throws InterruptedException {
    if (exempt(call)) {
      return;
    }
    Pause pause = new Pause(PAUSED_AMOUNT);
    Bank bank = pausing
        .result(pausing.start(() -> Opener.open(factory, OPENING.clone(), pause).orElseThrow()))
        .orElseThrow(() -> Opener.violation(Observation.list(OPENING), "did not return"));
    Future<CallResult> paused = pausing.start(() -> CallResult.of(() -> PAUSED.on(bank)));
    if (!pause.awaitReached(timeLimit)) {
      throw new ContractViolation(PAUSED + ": specified a call of the hook, the bank made none");
    }
    Ended ended = interrupt(call, bank, pause);
    CallResult pausedResult = result(paused, pausing, bank, PAUSED);
    if (!pausedResult.equals(MOVED)) {
      throw violation(call, PAUSED + " to give true, the bank gave " + pausedResult);
    }
    requireAllowed(call, ended);
    requireBalances(call, ended.result(), bank);
    requireUnlocked(call, bank);
  }

  /** Calls that the bank's admitted faults may give a wrong result, or keep from returning. */
  private boolean exempt(Call call) {
    boolean sharesAnAccount =
        call instanceof Call.Transfer transfer && (transfer.from() < 2 || transfer.to() < 2);
    return (call instanceof Call.TransferAndValidate && !keeps.contains(Promise.NESTS))
        || (sharesAnAccount && !keeps.contains(Promise.CONSERVES_MONEY));
  }

  private Ended interrupt(Call call, Bank bank, Pause pause) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean over = new AtomicBoolean();
    AtomicBoolean status = new AtomicBoolean();
    Future<CallResult> interrupted = waiting.start(() -> {
      begun.countDown();
      CallResult result = CallResult.of(() -> call.on(bank));
      over.set(true);
      status.set(Thread.interrupted());
      return result;
    });
    begun.await();
    waiting.awaitWaiting(interrupted);
    waiting.interrupt();
    boolean during = !over.get();
    pause.open();
    CallResult result = result(interrupted, waiting, bank, call);
    return new Ended(result, status.get(), during);
  }

  private static CallResult result(
      Future<CallResult> future, CallerThread caller, Bank bank, Call call)
      throws InterruptedException {
    return caller
        .result(future)
        .orElseThrow(() ->
            violation(call, "it to return, the bank did not: " + caller.position(bank.getClass())));
  }

  private void requireAllowed(Call call, Ended ended) {
    boolean validates = !(call instanceof Call.Transfer);
    CallResult specified = validates ? TOTAL : MOVED;
    boolean mayBeTorn = validates && !keeps.contains(Promise.CONSISTENT_TOTAL);
    boolean completed = (mayBeTorn || ended.result().equals(specified))
        && ended.result() instanceof CallResult.Returned
        && (ended.status() || !ended.during());
    boolean gaveUp = ended.result().equals(INTERRUPTED) && !ended.status();
    if (!completed && !gaveUp) {
      throw violation(
          call,
          specified
              + " with the interrupt status set, or InterruptedException with the interrupt status"
              + " cleared, the bank gave "
              + ended.result()
              + " with the interrupt status "
              + (ended.status() ? "set" : "cleared"));
    }
  }

  private static void requireBalances(Call call, CallResult result, Bank bank) {
    List<Long> left = Observation.list(bank.balances());
    List<Long> made = after(call);
    boolean gaveUp = result.equals(INTERRUPTED);
    boolean mayBeMade = !gaveUp || call instanceof Call.TransferAndValidate;
    if (!(gaveUp && left.equals(WITHOUT_THE_CALL)) && !(mayBeMade && left.equals(made))) {
      throw violation(
          call,
          (gaveUp ? WITHOUT_THE_CALL : made) + " after " + result + ", the bank left " + left);
    }
  }

  /** The balances after the paused transfer and this call. */
  private static List<Long> after(Call call) {
    Observation paused = Observation.specified(Observation.list(OPENING), SequenceStep.of(PAUSED));
    return Observation.specified(paused.balances(), SequenceStep.of(call)).balances();
  }

  private void requireUnlocked(Call call, Bank bank) throws InterruptedException {
    for (Call next : List.of(new Call.Validate(), new Call.Transfer(3, 0, 1))) {
      Future<CallResult> future = pausing.start(() -> CallResult.of(() -> next.on(bank)));
      CallResult result = result(future, pausing, bank, next);
      if (result instanceof CallResult.Threw) {
        throw violation(call, next + " to return afterwards, the bank gave " + result);
      }
    }
  }

  private static ContractViolation violation(Call call, String deviation) {
    return new ContractViolation(call
        + " on "
        + Observation.list(OPENING)
        + ", interrupted while "
        + PAUSED
        + " is midway: specified "
        + deviation);
  }

  @Override
  public void close() {
    pausing.close();
    waiting.close();
  }
}
