package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.ExploringClassLoader;
import dev.safebank.stress.explore.instrument.Site;
import dev.safebank.stress.explore.result.DataRace;
import dev.safebank.stress.explore.result.Exploration;
import dev.safebank.stress.explore.result.ReachedOutcome;
import dev.safebank.stress.explore.result.Witness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One exploration of one program, from its first execution to its result. */
public final class Exploring {

  private final Program program;
  private final ExploringClassLoader loader;
  private final Options options;
  private final Coroutines coroutines;
  private final Findings findings;

  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Set<String> serialOutcomes = new TreeSet<>();
  private HashCodes.Order hashCodes = HashCodes.Order.ASCENDING;
  private long executions;
  private long redundant;

  private Exploring(Class<?> test, ExploringClassLoader loader, Options options) {
    this.program = new Program(test, loader);
    this.loader = loader;
    this.options = options;
    this.coroutines = options.newCoroutines();
    this.findings = new Findings(loader.sites(), program.actors());
  }

  /**
   * Explores a test. Explorations in one JVM must come one after the other.
   *
   * @param test a jcstress test class, loaded by {@code loader}
   */
  public static synchronized Exploration explore(
      Class<?> test, ExploringClassLoader loader, Options options) {
    Exploring exploring = new Exploring(test, loader, options);
    try {
      return exploring.all();
    } finally {
      exploring.coroutines.close();
    }
  }

  /** One outcome's executions so far, and the simplest of them. */
  private static final class Tally {
    private long executions;
    private int switches = Integer.MAX_VALUE;
    private int steps = Integer.MAX_VALUE;
    private boolean simplest;
    private HashCodes.Order hashCodes = HashCodes.Order.ASCENDING;
    private Schedule schedule = new Schedule(new int[0]);

    private void offer(Search search, HashCodes.Order order) {
      int newSwitches = search.switches();
      int newSteps = search.length();
      if (newSwitches < switches || (newSwitches == switches && newSteps < steps)) {
        switches = newSwitches;
        steps = newSteps;
        schedule = search.schedule();
        hashCodes = order;
      }
    }
  }

  private Exploration all() {
    long start = System.nanoTime();
    boolean again = true;
    while (again) {
      again = !explored();
    }
    findSimplestWitnesses();
    return new Exploration(
        program.name(),
        executions,
        redundant,
        incomplete(),
        outcomes(),
        serialOutcomes,
        races(),
        List.copyOf(findings.relaxed()),
        System.nanoTime() - start);
  }

  /** False if something was learnt on the way that makes it necessary to start afresh. */
  private boolean explored() {
    tallies.clear();
    serialOutcomes.clear();
    findings.startAfresh();
    executions = 0;
    redundant = 0;
    hashCodes = HashCodes.Order.ASCENDING;
    if (!serial() || !searched()) {
      return false;
    }
    for (HashCodes.Order order : HashCodes.Order.values()) {
      if (order != HashCodes.Order.ASCENDING && findings.hashCodes()) {
        hashCodes = order;
        if (!serial() || !searched()) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean serial() {
    for (List<Integer> order : orders(program.actors())) {
      Execution execution = execution(new SerialOrder(order));
      if (execution.run() == Verdict.RESTART) {
        return false;
      }
      serialOutcomes.add(execution.outcome());
    }
    serialOutcomes.remove("");
    return true;
  }

  private static List<List<Integer>> orders(int actors) {
    List<List<Integer>> orders = new ArrayList<>(List.of(List.of()));
    for (int actor = 0; actor < actors; actor++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> order : orders) {
        for (int at = 0; at <= order.size(); at++) {
          List<Integer> next = new ArrayList<>(order);
          next.add(at, actor);
          longer.add(next);
        }
      }
      orders = longer;
    }
    return orders;
  }

  private boolean searched() {
    Search search = new Search(options.reduction(), Integer.MAX_VALUE);
    do {
      if (isEnough()) {
        return true;
      }
      search.rewind();
      Execution execution = execution(search);
      switch (execution.run()) {
        case RESTART -> {
          return false;
        }
        case DIVERGED -> {
          findings.bound("the program is nondeterministic: a replay of the same schedule went"
              + " another way");
          return true;
        }
        case REDUNDANT, BOUNDED, OVER_BUDGET -> redundant++;
        case FINISHED, DEADLOCK, STUCK -> {
          executions++;
          Tally tally = tallies.computeIfAbsent(execution.outcome(), outcome -> new Tally());
          tally.executions++;
          tally.offer(search, hashCodes);
        }
      }
    } while (search.advance());
    return true;
  }

  private boolean isEnough() {
    boolean bounded = !findings.bounds().isEmpty();
    long most =
        bounded ? options.limits().boundedExecutions() : options.limits().executions();
    if (executions + redundant < most) {
      return false;
    }
    findings.bound(
        "there are more executions than the %,d that were run".formatted(executions + redundant));
    return true;
  }

  /** Looks for witnesses with ever more context switches, until no fewer will do. */
  private void findSimplestWitnesses() {
    int left = options.witnesses();
    for (int budget = program.actors() - 1; left > 0 && isAnyBeyond(budget); budget++) {
      for (HashCodes.Order order : HashCodes.Order.values()) {
        if (order == HashCodes.Order.ASCENDING || findings.hashCodes()) {
          hashCodes = order;
          left = searchWithin(budget, left);
        }
      }
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
    Search search = new Search(Reduction.NONE, budget);
    do {
      search.rewind();
      Execution execution = execution(search);
      execution.run();
      Tally tally = tallies.get(execution.outcome());
      if (tally != null && !tally.simplest) {
        tally.offer(search, hashCodes);
      }
      left--;
    } while (left > 0 && search.advance());
    return left;
  }

  private Execution execution(Scheduler scheduler) {
    return new Execution(
        program,
        loader.sites(),
        findings,
        coroutines,
        options.limits(),
        new HashCodes(hashCodes),
        scheduler);
  }

  private List<String> incomplete() {
    List<String> reasons = new ArrayList<>(findings.bounds());
    findings.uncontrolled().forEach(call -> reasons.add("cannot control " + call));
    return reasons;
  }

  private SortedMap<String, ReachedOutcome> outcomes() {
    SortedMap<String, ReachedOutcome> outcomes = new TreeMap<>();
    tallies.forEach((outcome, tally) -> outcomes.put(
        outcome,
        new ReachedOutcome(
            outcome,
            tally.executions,
            serialOutcomes.contains(outcome),
            witness(tally.schedule, tally.hashCodes, tally.switches, tally.simplest))));
    return outcomes;
  }

  private Witness witness(
      Schedule schedule, HashCodes.Order order, int switches, boolean simplest) {
    hashCodes = order;
    Replay replay = new Replay(schedule);
    execution(replay).run();
    return new Witness(
        replay.actors(), replay.steps(), switches, simplest, replay.waiting(), schedule.toString());
  }

  private List<DataRace> races() {
    List<DataRace> races = new ArrayList<>();
    for (Findings.FoundRace race : findings.races()) {
      Witness witness = witness(race.schedule(), HashCodes.Order.ASCENDING, 0, false);
      races.add(new DataRace(
          race.variable(),
          access(witness, race.firstActor(), race.firstSite(), race.firstWrites()),
          access(witness, race.secondActor(), race.secondSite(), race.secondWrites()),
          witness));
    }
    races.sort(Comparator.comparing(DataRace::toString));
    return races;
  }

  private DataRace.Access access(Witness witness, int actor, int site, boolean writes) {
    Site place = loader.sites().get(site);
    return new DataRace.Access(witness.actors().get(actor), writes, place.where());
  }
}
