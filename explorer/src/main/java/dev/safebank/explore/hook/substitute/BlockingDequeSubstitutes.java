package dev.safebank.explore.hook.substitute;

import java.util.Objects;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.TimeUnit;

/** Calls to the ends of a {@code BlockingDeque} that may wait. */
@Substitutes(BlockingDeque.class)
public final class BlockingDequeSubstitutes {

  private BlockingDequeSubstitutes() {}

  /** Stands in for {@link BlockingDeque#putFirst}. */
  public static void putFirst(BlockingDeque<Object> deque, Object element, int site)
      throws InterruptedException {
    Objects.requireNonNull(element);
    BlockingCalls.awaitSpace(deque, site);
    deque.addFirst(element);
  }

  /** Stands in for {@link BlockingDeque#putLast}. */
  public static void putLast(BlockingDeque<Object> deque, Object element, int site)
      throws InterruptedException {
    Objects.requireNonNull(element);
    BlockingCalls.awaitSpace(deque, site);
    deque.addLast(element);
  }

  /** Stands in for {@link BlockingDeque#offerFirst(Object, long, TimeUnit)}. */
  public static boolean offerFirst(
      BlockingDeque<Object> deque, Object element, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Objects.requireNonNull(element);
    return BlockingCalls.awaitSpace(deque, time, unit, site) && deque.offerFirst(element);
  }

  /** Stands in for {@link BlockingDeque#offerLast(Object, long, TimeUnit)}. */
  public static boolean offerLast(
      BlockingDeque<Object> deque, Object element, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Objects.requireNonNull(element);
    return BlockingCalls.awaitSpace(deque, time, unit, site) && deque.offerLast(element);
  }

  /** Stands in for {@link BlockingDeque#takeFirst}. */
  public static Object takeFirst(BlockingDeque<Object> deque, int site)
      throws InterruptedException {
    BlockingCalls.awaitElement(deque, site);
    return deque.removeFirst();
  }

  /** Stands in for {@link BlockingDeque#takeLast}. */
  public static Object takeLast(BlockingDeque<Object> deque, int site) throws InterruptedException {
    BlockingCalls.awaitElement(deque, site);
    return deque.removeLast();
  }

  /** Stands in for {@link BlockingDeque#pollFirst(long, TimeUnit)}. */
  public static Object pollFirst(BlockingDeque<Object> deque, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return BlockingCalls.awaitElement(deque, time, unit, site) ? deque.pollFirst() : null;
  }

  /** Stands in for {@link BlockingDeque#pollLast(long, TimeUnit)}. */
  public static Object pollLast(BlockingDeque<Object> deque, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return BlockingCalls.awaitElement(deque, time, unit, site) ? deque.pollLast() : null;
  }
}
