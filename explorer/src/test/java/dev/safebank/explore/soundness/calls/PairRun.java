package dev.safebank.explore.soundness.calls;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Runs a pair of calls by two real threads, once for each plan of turns. */
final class PairRun {

  /** What a run that does not end is called. */
  static final String STUCK = "STUCK";

  private static final long LOOK_MILLIS = 2;

  private final MethodHandle create;
  private final MethodHandle[] actors = new MethodHandle[2];
  private final MethodHandle arbiter;
  private final long stuckMillis;

  /** @param stuckMillis how long two threads that wait must do so to be called stuck */
  PairRun(Class<?> test, long stuckMillis) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodType type = MethodType.methodType(void.class, LLL_Result.class);
    MethodType erased = MethodType.methodType(void.class, Object.class, LLL_Result.class);
    create = lookup
        .findConstructor(test, MethodType.methodType(void.class))
        .asType(MethodType.methodType(Object.class));
    actors[0] = lookup.findVirtual(test, "one", type).asType(erased);
    actors[1] = lookup.findVirtual(test, "two", type).asType(erased);
    arbiter = lookup.findVirtual(test, "end", type).asType(erased);
    this.stuckMillis = stuckMillis;
  }

  /** One run: its turns, the object, and what is shown. */
  private record Run(Turns turns, Object state, LLL_Result result) {}

  /** A thread that performs one actor of all runs. */
  static final class Actor extends Thread {
    private final int index;
    private final MethodHandle code;
    private final List<Run> runs;
    private volatile Turns current;
    private volatile Throwable failure;

    private Actor(int index, MethodHandle code, List<Run> runs) {
      super("actor " + index);
      this.index = index;
      this.code = code;
      this.runs = runs;
      setDaemon(true);
    }

    @Override
    public void run() {
      for (Run run : runs) {
        run.turns.begin(index);
        current = run.turns;
        try {
          code.invokeExact(run.state, run.result);
        } catch (Throwable e) {
          failure = e;
        }
        current = null;
        run.turns.end(index);
      }
    }
  }

  /** What {@link PausePoint} calls. */
  static void pausePoint() {
    if (Thread.currentThread() instanceof Actor actor && actor.current != null) {
      actor.current.reached(actor.index);
    }
  }

  /** The outcomes of all runs; those after one that is stuck are not made. */
  Set<String> outcomes(List<Turns> plans) {
    List<Run> runs = new ArrayList<>();
    Set<String> outcomes = new TreeSet<>();
    try {
      for (Turns turns : plans) {
        runs.add(new Run(turns, (Object) create.invokeExact(), new LLL_Result()));
      }
      List<Actor> threads = List.of(new Actor(0, actors[0], runs), new Actor(1, actors[1], runs));
      threads.forEach(Thread::start);
      int done = join(threads, runs);
      for (Run run : runs.subList(0, done)) {
        arbiter.invokeExact(run.state, run.result);
        outcomes.add(run.result.toString());
      }
      if (done < runs.size()) {
        outcomes.add(STUCK);
      }
      for (Actor thread : threads) {
        if (thread.failure != null) {
          outcomes.add("FAILED: " + thread.failure);
        }
      }
    } catch (Throwable e) {
      throw new IllegalStateException("cannot run the pair", e);
    }
    return outcomes;
  }

  /** How many runs have ended. */
  private int join(List<Actor> threads, List<Run> runs) throws InterruptedException {
    int at = 0;
    long since = System.nanoTime();
    while (true) {
      int before = at;
      while (at < runs.size() && runs.get(at).turns.isOver()) {
        at++;
      }
      if (at == runs.size()) {
        for (Thread thread : threads) {
          thread.join();
        }
        return at;
      }
      if (at > before || !runs.get(at).turns.isStuck()) {
        since = System.nanoTime();
      } else if (System.nanoTime() - since > stuckMillis * 1_000_000) {
        runs.subList(at, runs.size()).forEach(run -> run.turns.abandon());
        threads.forEach(Thread::interrupt);
        return at;
      }
      threads.get(0).join(LOOK_MILLIS);
    }
  }
}
