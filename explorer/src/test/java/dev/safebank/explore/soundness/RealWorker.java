package dev.safebank.explore.soundness;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;

/**
 * Runs programs by real threads, again and again, with random pauses, each time with classes loaded
 * for it alone, and tells the outcomes seen. What does not end in time is {@code STUCK}.
 */
public final class RealWorker {

  private static final int MOST_RUNS = Integer.getInteger("soundness.runs", 60);
  private static final int MOST_STUCK = 3;

  private RealWorker() {}

  /** Takes the time limit for one program, in seconds. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Duration limit = Duration.ofSeconds(Long.parseLong(arguments[0]));
    Worker.serve(limit.multipliedBy(2), request -> run(request, limit));
  }

  private static Observation run(Request request, Duration limit) {
    long start = System.nanoTime();
    Set<String> outcomes = new TreeSet<>();
    int stuck = 0;
    boolean busy = false;
    try {
      for (int i = 0;
          i < MOST_RUNS && stuck < MOST_STUCK && System.nanoTime() - start < limit.toNanos();
          i++) {
        RealRun run = run(request);
        if (run.joined()) {
          outcomes.add(run.outcome());
        } else {
          outcomes.add("STUCK");
          stuck++;
          busy |= run.isBusy();
        }
      }
    } catch (IllegalArgumentException | ExceptionInInitializerError e) {
      return Observation.of(request.program(), Observation.Ending.REFUSED, Stacks.of(e), 0);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while " + request + " ran", e);
    }
    return new Observation(
        request.program(),
        busy ? Observation.Ending.HUNG : Observation.Ending.EXPLORED,
        outcomes,
        Set.of(),
        List.of(),
        List.of("a real JVM shows some outcomes in 1 or more runs, not all"),
        false,
        "",
        (System.nanoTime() - start) / 1_000_000);
  }

  private static RealRun run(Request request) throws InterruptedException {
    ClassLoader loader =
        new FreshLoader(RealWorker.class.getClassLoader(), request.program(), Pauses::insert);
    RealRun run;
    try {
      run = new RealRun(Class.forName(request.program(), true, loader));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("there is no " + request.program(), e);
    }
    CyclicBarrier together = new CyclicBarrier(run.actors());
    for (int actor = 0; actor < run.actors(); actor++) {
      run.start(actor, () -> await(together));
    }
    return run;
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await();
      Pauses.maybe();
    } catch (Exception e) {
      throw new IllegalStateException("the actors did not start together", e);
    }
  }
}
