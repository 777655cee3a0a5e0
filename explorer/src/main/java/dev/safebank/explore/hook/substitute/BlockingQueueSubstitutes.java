package dev.safebank.explore.hook.substitute;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Calls to a {@code BlockingQueue} that may wait. */
@Substitutes(BlockingQueue.class)
public final class BlockingQueueSubstitutes {

  private BlockingQueueSubstitutes() {}

  /** Stands in for {@link BlockingQueue#put}. */
  public static void put(BlockingQueue<Object> queue, Object element, int site)
      throws InterruptedException {
    Objects.requireNonNull(element);
    BlockingCalls.awaitSpace(queue, site);
    queue.add(element);
  }

  /** Stands in for {@link BlockingQueue#offer(Object, long, TimeUnit)}. */
  public static boolean offer(
      BlockingQueue<Object> queue, Object element, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Objects.requireNonNull(element);
    return BlockingCalls.awaitSpace(queue, time, unit, site) && queue.offer(element);
  }

  /** Stands in for {@link BlockingQueue#take}. */
  public static Object take(BlockingQueue<Object> queue, int site) throws InterruptedException {
    BlockingCalls.awaitElement(queue, site);
    return queue.remove();
  }

  /** Stands in for {@link BlockingQueue#poll(long, TimeUnit)}. */
  public static Object poll(BlockingQueue<Object> queue, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return BlockingCalls.awaitElement(queue, time, unit, site) ? queue.poll() : null;
  }
}
