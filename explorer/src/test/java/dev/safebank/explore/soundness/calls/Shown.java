package dev.safebank.explore.soundness.calls;

import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What a call has shown, and what can be seen of an object in the end, as text. */
@SuppressWarnings({"unchecked", "rawtypes"})
public final class Shown {

  /** An iterator that goes on for ever would not be believed. */
  private static final int MOST = 6;

  private Shown() {}

  /** What a call has returned, after what earlier ones have. */
  public static Object then(Object before, Object result) {
    return before == null ? of(result) : before + "; " + of(result);
  }

  /** What a call has thrown, after what earlier ones have returned. */
  public static Object thrown(Object before, Exception exception) {
    return then(before, exception.getClass().getSimpleName());
  }

  private static String of(Object result) {
    if (result == null) {
      return "null";
    }
    if (result instanceof Integer
        || result instanceof Long
        || result instanceof Double
        || result instanceof Boolean
        || result instanceof String) {
      return result.toString();
    }
    if (result instanceof Object[] array) {
      StringBuilder text = new StringBuilder("[");
      for (Object each : array) {
        text.append(of(each)).append(' ');
      }
      return text.append(']').toString();
    }
    return ofParts(result);
  }

  private static String ofParts(Object result) {
    if (result instanceof Map map) {
      return of(map.entrySet());
    }
    if (result instanceof Collection collection) {
      return of(collection.iterator());
    }
    if (result instanceof Map.Entry entry) {
      return of(entry.getKey()) + "=" + of(entry.getValue());
    }
    StringBuilder text = new StringBuilder("<");
    if (result instanceof Iterator all) {
      for (int i = 0; i < MOST && all.hasNext(); i++) {
        text.append(of(all.next())).append(' ');
      }
      return text.append('>').toString();
    }
    if (result instanceof Enumeration all) {
      for (int i = 0; i < MOST && all.hasMoreElements(); i++) {
        text.append(of(all.nextElement())).append(' ');
      }
      return text.append('>').toString();
    }
    return "an object";
  }

  /** What can be seen of an object when nobody changes it any more. */
  public static Object state(Object subject) {
    if (subject instanceof AtomicInteger number) {
      return number.get();
    }
    if (subject instanceof AtomicLong number) {
      return number.get();
    }
    if (subject instanceof AtomicBoolean truth) {
      return truth.get();
    }
    if (subject instanceof AtomicReference reference) {
      return of(reference.get());
    }
    if (subject instanceof AtomicIntegerArray array) {
      return array.get(0) + " " + array.get(1);
    }
    if (subject instanceof AtomicLongArray array) {
      return array.get(0) + " " + array.get(1);
    }
    if (subject instanceof AtomicReferenceArray array) {
      return of(array.get(0)) + " " + of(array.get(1));
    }
    return subject instanceof Collection || subject instanceof Map
        ? of(subject)
        : synchronizer(subject);
  }

  private static Object synchronizer(Object subject) {
    if (subject instanceof LongAdder adder) {
      return adder.sum();
    }
    if (subject instanceof DoubleAdder adder) {
      return adder.sum();
    }
    if (subject instanceof Semaphore semaphore) {
      return semaphore.availablePermits();
    }
    if (subject instanceof CountDownLatch latch) {
      return latch.getCount();
    }
    if (subject instanceof ReentrantLock lock) {
      return lock.isLocked();
    }
    if (subject instanceof ReentrantReadWriteLock lock) {
      return lock.isWriteLocked() + " " + lock.getReadLockCount();
    }
    return "";
  }
}
