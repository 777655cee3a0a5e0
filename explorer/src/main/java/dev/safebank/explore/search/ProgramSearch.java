package dev.safebank.explore.search;

import dev.safebank.explore.coroutine.Coroutines;
import dev.safebank.explore.finding.ExplorationState;
import dev.safebank.explore.options.Limits;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.program.ConcurrentProgram;
import dev.safebank.explore.program.ExecutionStatus;
import dev.safebank.explore.program.LoadedClasses;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOrder;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ExplorationSession;
import dev.safebank.explore.runtime.Scheduler;
import dev.safebank.explore.witness.AccessPaths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The search through the executions of one program, and what it has found so far. It runs on the
 * threads of a session; if these are given up, what was found is still there.
 */
final class ProgramSearch {

  private final ConcurrentProgram program;
  private final Optional<CallOrders> callOrders;
  private final LoadedClasses loader;
  private final Options options;
  private final ExplorationState findings;
  private final long start = System.nanoTime();

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Set<String> serialOutcomes = new TreeSet<>();
  private long executions;
  private long redundant;
  private final AtomicLong run = new AtomicLong();

  private ExplorationSession session;
  private volatile Coroutines coroutines;

  /** @throws IllegalArgumentException if it cannot be explored */
  ProgramSearch(ConcurrentProgram program, Options options) {
    this.program = program;
    this.callOrders =
        Optional.of(program.observedCalls()).filter(calls -> !calls.isEmpty()).map(CallOrders::new);
    this.loader = program.classes();
    this.options = options;
    this.findings = options.buildsOnOthers()
        ? new ExplorationState(loader.sites(), program.actors(), loader.sites().shared())
        : new ExplorationState(loader.sites(), program.actors());
    if (program.actors() > limits().threads()) {
      throw new IllegalArgumentException(
          "Cannot explore the test %s: it has %d actors, and at most %d can be explored"
              .formatted(program.name(), program.actors(), limits().threads()));
    }
  }

  private Limits limits() {
    return options.limits();
  }

  /** What the calling thread runs from now on belongs to this session. */
  void enter(ExplorationSession newSession) {
    session = newSession;
    coroutines = options.onThreads()
        ? Coroutines.onThreads(newSession::start)
        : Coroutines.best(newSession::start);
  }

  /** Ends what {@link #enter} began, from whatever thread. */
  void leave() {
    if (coroutines != null) {
      coroutines.close();
    }
  }

  /** The thread that has control; null before there is one. */
  Thread carrier() {
    Coroutines now = coroutines;
    return now == null ? null : now.carrier();
  }

  /** How many executions were run so far; any thread may ask. */
  long executionsRun() {
    return run.get();
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  String name() {
    return program.name();
  }

  /** Runs all executions, or as many as the limits allow. */
  void search() {
    boolean again = true;
    while (again) {
      again = !explored();
    }
    findSimplestWitnesses();
  }

  /** False if something was learnt on the way that makes it necessary to start afresh. */
  private boolean explored() {
    tallies.clear();
    serialOutcomes.clear();
    findings.reset();
    program.doubt().ifPresent(findings::bound);
    executions = 0;
    redundant = 0;
    return serial() && searched();
  }

  private boolean serial() {
    if (!program.hasSerialOutcomes()) {
      return true;
    }
    SerialOrders orders = new SerialOrders(program.actors());
    if (!orders.areAtMost(limits().serialOrders())) {
      findings.bound("%d actors can run one after the other in more than %,d orders"
          .formatted(program.actors(), limits().serialOrders()));
      return true;
    }
    return orders.all(this::serial);
  }

  private boolean serial(List<Integer> order) {
    SerialScheduler scheduler = new SerialScheduler(order);
    do {
      scheduler.rewind();
      Execution execution = execution(scheduler);
      if (run(execution) == ExecutionStatus.RESTART) {
        return false;
      }
      if (!execution.outcome().isEmpty()) {
        serialOutcomes.add(execution.outcome());
      }
    } while (!isTimeOver() && scheduler.advance());
    return true;
  }

  private boolean searched() {
    DepthFirstSearch search =
        new DepthFirstSearch(options.reduction(), Integer.MAX_VALUE, callOrders);
    do {
      if (isEnough()) {
        return true;
      }
      search.rewind();
      Execution execution = execution(search);
      ExecutionStatus status = run(execution);
      switch (status) {
        case RESTART -> {
          return false;
        }
        case DIVERGED -> {
          findings.bound("the program is nondeterministic: a replay of the same schedule went"
              + " another way");
          return true;
        }
        case REDUNDANT, OVER_BUDGET -> redundant++;
        case BOUNDED -> {
          redundant++;
          if (findings.bounds().isEmpty() && findings.uncontrolled().isEmpty()) {
            findings.bound("an execution was cut short");
          }
        }
        case FINISHED, DEADLOCK, STUCK -> {
          executions++;
          Tally tally = tally(execution, status);
          tally.executions++;
          tally.offer(search);
          if (callOrders.isPresent()) {
            tally.keepOrder(search, callOrders.get(), options.drawn());
          }
        }
      }
    } while (search.advance());
    return true;
  }

  private Tally tally(Execution execution, ExecutionStatus status) {
    Tally tally = tallies.get(execution.outcome());
    if (tally == null) {
      tally = new Tally(program.endState(status), execution.programEnd());
      tallies.put(execution.outcome(), tally);
    }
    return tally;
  }

  private boolean isEnough() {
    boolean bounded = !findings.bounds().isEmpty();
    long most = bounded ? limits().boundedExecutions() : limits().executions();
    if (executions + redundant >= most) {
      findings.bound(
          "there are more executions than the %,d that were run".formatted(executions + redundant));
      return true;
    }
    return isTimeOver();
  }

  private boolean isTimeOver() {
    Duration most = findings.bounds().isEmpty() ? limits().time() : limits().boundedTime();
    if (elapsed().compareTo(most) <= 0) {
      return false;
    }
    findings.bound("stopped after %d s, when %,d executions had been run"
        .formatted(most.toSeconds(), executions + redundant));
    return true;
  }

  /** Searches for the simplest witnesses: with an increasing number of context switches. */
  private void findSimplestWitnesses() {
    int left = options.witnesses();
    for (int budget = program.actors() - 1; left > 0 && isAnyBeyond(budget); budget++) {
      left = searchWithin(budget, left);
      if (left > 0) {
        int within = budget;
        tallies.values().stream()
            .filter(tally -> tally.switches <= within)
            .forEach(tally -> tally.simplest = true);
      }
    }
  }

  private boolean isAnyBeyond(int budget) {
    return tallies.values().stream().anyMatch(tally -> !tally.simplest)
        && tallies.values().stream().anyMatch(tally -> tally.switches >= budget);
  }

  private int searchWithin(int budget, int most) {
    int left = most;
    DepthFirstSearch search = new DepthFirstSearch(Reduction.NONE, budget);
    do {
      search.rewind();
      Execution execution = execution(search);
      run(execution);
      Tally tally = tallies.get(execution.outcome());
      if (tally != null && !tally.simplest) {
        tally.offer(search);
      }
      left = elapsed().compareTo(limits().time()) > 0 ? 0 : left - 1;
    } while (left > 0 && search.advance());
    return left;
  }

  private ExecutionStatus run(Execution execution) {
    ExecutionStatus status = execution.run();
    if (session.isAbandoned()) {
      throw new CancellationException("the session was abandoned");
    }
    run.incrementAndGet();
    return status;
  }

  private Execution execution(Scheduler scheduler) {
    boolean anew = findings.needsOwnClasses() || loader.isForOneExecution();
    return new Execution(
        anew ? program.anew() : program,
        loader.sites(),
        findings,
        coroutines,
        limits(),
        session,
        scheduler,
        (state, location) -> new AccessPaths(state).of(location));
  }

  /** The exploration ends before its time. */
  void endsBecause(String reason) {
    findings.bound(reason);
  }

  /** What was found, with a witness for each outcome and each race. */
  Exploration resultWithWitnesses() {
    return result(
        options.drawn()
            ? new WitnessBuilder(findings, loader.sites(), this::execution)
            : new WitnessBuilder(findings, loader.sites()));
  }

  /** What was found, without anything that would have to be run for it. */
  Exploration resultWithoutWitnesses() {
    return result(new WitnessBuilder(findings, loader.sites()));
  }

  private Exploration result(WitnessBuilder witnesses) {
    SortedMap<String, ReachedOutcome> outcomes = new TreeMap<>();
    tallies.forEach((outcome, tally) -> outcomes.put(
        outcome,
        new ReachedOutcome(
            outcome,
            tally.end,
            tally.executions,
            serialOutcomes.contains(outcome),
            witnesses.ofOutcome(outcome, tally.schedule, tally.switches, tally.simplest),
            tally.calls,
            orders(tally, witnesses))));
    var races = witnesses.ofRaces();
    return new Exploration(
        program.name(),
        executions,
        redundant,
        incomplete(),
        outcomes,
        serialOutcomes,
        races,
        List.copyOf(findings.relaxed()),
        elapsed().toNanos());
  }

  private List<ReachedOrder> orders(Tally tally, WitnessBuilder witnesses) {
    List<ReachedOrder> orders = new ArrayList<>();
    tally.orders.forEach((pairs, schedule) -> {
      if (CallOrders.isLargest(pairs, tally.orders.keySet())) {
        orders.add(new ReachedOrder(
            callOrders.orElseThrow().pairs(pairs), witnesses.scheduleText(schedule)));
      }
    });
    return orders;
  }

  private List<String> incomplete() {
    List<String> reasons = new ArrayList<>(findings.bounds());
    findings.uncontrolled().forEach(call -> reasons.add("cannot control " + call));
    session
        .foreignThread()
        .ifPresent(thread -> reasons.add(
            "cannot control the thread %s, which runs code of the program".formatted(thread)));
    return reasons;
  }
}
