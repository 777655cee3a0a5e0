package dev.safebank.explore.soundness;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Runs the actors of programs one after the other, in all orders, each order with classes loaded
 * for it alone. An order in which an actor has to wait for another says nothing, and is left out.
 */
public final class SerialWorker {

  private SerialWorker() {}

  /** Takes the time limit for one program, in seconds. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Worker.serve(Duration.ofSeconds(Long.parseLong(arguments[0])), SerialWorker::run);
  }

  private static Observation run(Request request) {
    long start = System.nanoTime();
    Set<String> outcomes = new TreeSet<>();
    int left = 0;
    try {
      for (List<Integer> order : ActorOrder.all(fresh(request).actors())) {
        String outcome = run(fresh(request), order);
        if (outcome != null) {
          outcomes.add(outcome);
        } else {
          left++;
        }
      }
    } catch (IllegalArgumentException | ExceptionInInitializerError e) {
      return Observation.of(request.program(), Observation.Ending.REFUSED, Stacks.of(e), 0);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while " + request + " ran", e);
    }
    return new Observation(
        request.program(),
        left == 0 ? Observation.Ending.EXPLORED : Observation.Ending.HUNG,
        Set.of(),
        outcomes,
        List.of(),
        List.of(),
        false,
        left + " orders left out",
        (System.nanoTime() - start) / 1_000_000);
  }

  private static RealRun fresh(Request request) {
    try {
      ClassLoader loader = new FreshLoader(
          SerialWorker.class.getClassLoader(), request.program(), UnaryOperator.identity());
      return new RealRun(Class.forName(request.program(), true, loader));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("there is no " + request.program(), e);
    }
  }

  /** Null if an actor has to wait. */
  private static String run(RealRun run, List<Integer> order) throws InterruptedException {
    for (int actor : order) {
      run.start(actor, () -> {});
      if (!run.joined()) {
        return null;
      }
    }
    return run.outcome();
  }
}
