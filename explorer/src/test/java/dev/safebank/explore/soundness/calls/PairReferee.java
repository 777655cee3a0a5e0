package dev.safebank.explore.soundness.calls;

import dev.safebank.explore.Explorer;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.result.Exploration;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Explores pairs of calls; what is proved runs by real threads that are held up inside the calls.
 * Is run in a JVM with a {@link PatchedJdk}, and prints what it finds.
 */
public final class PairReferee {

  private static final int EACH_POINT_UP_TO = 60;
  private static final int RANDOM_PLANS = 30;
  private static final int PAIRS_PER_EXPLORER = 300;
  private static final long STUCK_MILLIS = 4;
  private static final long SURELY_STUCK_MILLIS = 3_000;

  private static final Options OPTIONS = Options.DEFAULT
      .with(Options.DEFAULT.limits().withTime(Duration.ofSeconds(5)).withExecutions(2_000))
      .withoutSimplestWitnesses();

  private final Random random;
  private int pairs;
  private int proved;
  private int incomplete;
  private int runs;

  private PairReferee(long seed) {
    this.random = new Random(seed);
  }

  /** Takes a pattern for subjects, one of how many pairs to take, and a seed. */
  public static void main(String... arguments) throws Exception {
    Runnable pausePoint = PairRun::pausePoint;
    pausePoint.run(); // Whatever needs loading is loaded before the JDK comes here.
    Class.forName("java.util.concurrent.PausePoint").getField("hook").set(null, pausePoint);
    PairReferee referee = new PairReferee(Long.parseLong(arguments[2]));
    int every = Integer.parseInt(arguments[1]);
    for (Method subject : CallPair.subjects()) {
      if (subject.getName().matches(arguments[0])) {
        referee.compare(subject, every);
      }
    }
    System.out.printf(
        "TOTAL %d pairs, %d proved, %d incomplete, %d runs by real threads%n",
        referee.pairs, referee.proved, referee.incomplete, referee.runs);
    Runtime.getRuntime().halt(0);
  }

  private void compare(Method subject, int every) throws ReflectiveOperationException {
    List<CallPair> all = CallPair.of(subject);
    int before = pairs;
    int provedBefore = proved;
    PairClasses classes = null;
    Explorer explorer = null;
    for (CallPair pair : all) {
      if (random.nextInt(every) == 0) {
        if (explorer == null || (pairs - before) % PAIRS_PER_EXPLORER == 0) {
          classes = new PairClasses(PairReferee.class.getClassLoader());
          explorer = new Explorer(OPTIONS, classes);
        }
        compare(pair, classes, explorer);
      }
    }
    System.out.printf(
        "%s: %d of %d pairs, %d proved%n",
        subject.getName(), pairs - before, all.size(), proved - provedBefore);
  }

  private void compare(CallPair pair, PairClasses classes, Explorer explorer)
      throws ReflectiveOperationException {
    String test = classes.write(pair);
    Exploration exploration;
    try {
      exploration = explorer.explore(test);
    } catch (RuntimeException | LinkageError e) {
      System.out.println("CRASH " + pair.name() + ": " + e);
      return;
    }
    pairs++;
    if (!exploration.complete()) {
      incomplete++;
    }
    if (exploration.provesOutcomes()) {
      proved++;
      run(pair, classes.loadClass(test), exploration.outcomes().keySet());
    }
  }

  private void run(CallPair pair, Class<?> test, Set<String> explored)
      throws ReflectiveOperationException {
    boolean mayBeStuck = explored.contains(PairRun.STUCK) || explored.contains("DEADLOCK");
    PairRun run = new PairRun(test, mayBeStuck ? STUCK_MILLIS : SURELY_STUCK_MILLIS);
    List<Turns> serial = List.of(new Turns(0), new Turns(1));
    Set<String> seen = new TreeSet<>(run.outcomes(serial));
    List<Turns> plans = plans(serial);
    if (mayBeStuck) {
      for (Turns plan : plans.subList(0, Math.min(plans.size(), RANDOM_PLANS))) {
        seen.addAll(run.outcomes(List.of(plan)));
      }
    } else {
      seen.addAll(run.outcomes(plans));
    }
    runs += serial.size() + plans.size();
    seen.removeAll(explored);
    if (mayBeStuck) {
      seen.remove(PairRun.STUCK);
    }
    for (String outcome : seen) {
      System.out.printf("SURPRISE %s: %s is not in %s%n", pair.name(), outcome, explored);
    }
  }

  /** Turns change once at every point, or now and then up to three times. */
  private List<Turns> plans(List<Turns> serial) {
    List<Turns> plans = new ArrayList<>();
    for (int first = 0; first < 2; first++) {
      int points = 1 + serial.get(first).reachedBy(first);
      int stride = 1 + points / EACH_POINT_UP_TO;
      for (int at = random.nextInt(stride); at < points; at += stride) {
        plans.add(new Turns(first, at));
      }
      int others = 1 + serial.get(1 - first).reachedBy(1 - first);
      for (int i = 0; i < RANDOM_PLANS / 2; i++) {
        plans.add(new Turns(
            first, random.nextInt(points), random.nextInt(others), random.nextInt(points)));
      }
    }
    return plans;
  }
}
