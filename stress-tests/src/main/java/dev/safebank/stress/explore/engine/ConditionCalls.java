package dev.safebank.stress.explore.engine;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Calls to a {@code Condition}. Nobody wakes up without a signal, an interrupt or a timeout. */
@CallsTo(Condition.class)
@SuppressWarnings("WaitNotInLoop") // The loop, if there is one, is around the call stood in for.
public final class ConditionCalls {

  private ConditionCalls() {}

  /** Stands in for {@link Condition#await()}. */
  public static void await(Condition condition, int site) throws InterruptedException {
    Optional<Models.ConditionModel> model = model(condition);
    if (model.isEmpty()) {
      condition.await();
    } else {
      wait(model.get(), false, site);
    }
  }

  /** Stands in for {@link Condition#await(long, TimeUnit)}. */
  public static boolean await(Condition condition, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Optional<Models.ConditionModel> model = model(condition);
    return model.isEmpty() ? condition.await(time, unit) : wait(model.get(), true, site);
  }

  /** Stands in for {@link Condition#awaitNanos(long)}; what is left is all or nothing. */
  public static long awaitNanos(Condition condition, long nanos, int site)
      throws InterruptedException {
    Optional<Models.ConditionModel> model = model(condition);
    if (model.isEmpty()) {
      return condition.awaitNanos(nanos);
    }
    return wait(model.get(), true, site) ? nanos : 0;
  }

  /** Stands in for {@link Condition#awaitUninterruptibly()}. */
  public static void awaitUninterruptibly(Condition condition, int site) {
    Optional<Models.ConditionModel> model = model(condition);
    if (model.isEmpty()) {
      condition.awaitUninterruptibly();
      return;
    }
    if (Steps.current().findings().interrupts()) {
      Steps.uncontrolled(site);
    }
    try {
      wait(model.get(), false, site);
    } catch (InterruptedException asIfNot) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stands in for {@link Condition#signal()}. */
  public static void signal(Condition condition, int site) {
    Optional<Models.ConditionModel> model = model(condition);
    if (model.isEmpty()) {
      condition.signal();
    } else {
      signal(model.get(), false, site);
    }
  }

  /** Stands in for {@link Condition#signalAll()}. */
  public static void signalAll(Condition condition, int site) {
    Optional<Models.ConditionModel> model = model(condition);
    if (model.isEmpty()) {
      condition.signalAll();
    } else {
      signal(model.get(), true, site);
    }
  }

  private static boolean wait(Models.ConditionModel model, boolean timed, int site)
      throws InterruptedException {
    Actor actor = Steps.actor().orElseThrow(() -> new StuckOutside("signal"));
    return model.lock().await(Steps.current(), actor, model.waiters(), timed, site);
  }

  private static void signal(Models.ConditionModel model, boolean all, int site) {
    model.lock().signal(Steps.current(), Steps.actor(), model.waiters(), all, site);
  }

  private static Optional<Models.ConditionModel> model(Condition condition) {
    return Steps.current() == null
        ? Optional.empty()
        : new Models(Steps.current()).condition(condition);
  }
}
