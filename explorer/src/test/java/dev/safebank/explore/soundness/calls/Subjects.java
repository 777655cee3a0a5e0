package dev.safebank.explore.soundness.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Makes the objects whose methods are called in pairs, each as fresh for every execution. */
@SuppressWarnings({"unchecked", "rawtypes", "JdkObsolete"})
public final class Subjects {

  private Subjects() {}

  public static ConcurrentHashMap emptyMap() {
    return new ConcurrentHashMap<>();
  }

  public static ConcurrentHashMap map() {
    return new ConcurrentHashMap<>(Map.of(1, 7));
  }

  public static ConcurrentHashMap.KeySetView keySet() {
    return ConcurrentHashMap.newKeySet();
  }

  public static ConcurrentSkipListMap skipListMap() {
    return new ConcurrentSkipListMap<>(Map.of(1, 7));
  }

  public static ConcurrentSkipListSet skipListSet() {
    return new ConcurrentSkipListSet<>(List.of(1));
  }

  public static ConcurrentLinkedQueue linkedQueue() {
    return new ConcurrentLinkedQueue<>(List.of(1));
  }

  public static ConcurrentLinkedDeque linkedDeque() {
    return new ConcurrentLinkedDeque<>(List.of(1));
  }

  public static LinkedBlockingQueue emptyBlockingQueue() {
    return new LinkedBlockingQueue<>();
  }

  public static LinkedBlockingQueue fullBlockingQueue() {
    LinkedBlockingQueue<Object> full = new LinkedBlockingQueue<>(1);
    full.add(1);
    return full;
  }

  public static ArrayBlockingQueue emptyArrayQueue() {
    return new ArrayBlockingQueue<>(2);
  }

  public static ArrayBlockingQueue fullArrayQueue() {
    ArrayBlockingQueue<Object> full = new ArrayBlockingQueue<>(1);
    full.add(1);
    return full;
  }

  public static LinkedBlockingDeque emptyBlockingDeque() {
    return new LinkedBlockingDeque<>();
  }

  public static LinkedBlockingDeque fullBlockingDeque() {
    LinkedBlockingDeque<Object> full = new LinkedBlockingDeque<>(1);
    full.add(1);
    return full;
  }

  public static PriorityBlockingQueue priorityQueue() {
    return new PriorityBlockingQueue<>(List.of(1));
  }

  public static LinkedTransferQueue transferQueue() {
    return new LinkedTransferQueue<>();
  }

  public static SynchronousQueue synchronousQueue() {
    return new SynchronousQueue<>();
  }

  public static DelayQueue delayQueue() {
    return new DelayQueue<>();
  }

  public static CopyOnWriteArrayList copiedList() {
    return new CopyOnWriteArrayList<>(List.of(1));
  }

  public static CopyOnWriteArraySet copiedSet() {
    return new CopyOnWriteArraySet<>(List.of(1));
  }

  public static Vector vector() {
    return new Vector<>(List.of(1));
  }

  public static Hashtable hashtable() {
    return new Hashtable<>(Map.of(1, 7));
  }

  public static List synchronizedList() {
    return Collections.synchronizedList(new ArrayList<>(List.of(1)));
  }

  public static Map synchronizedMap() {
    return Collections.synchronizedMap(new HashMap<>(Map.of(1, 7)));
  }

  public static List plainList() {
    return new ArrayList<>(List.of(1));
  }

  public static Map plainMap() {
    return new HashMap<>(Map.of(1, 7));
  }

  public static AtomicInteger atomicInteger() {
    return new AtomicInteger();
  }

  public static AtomicLong atomicLong() {
    return new AtomicLong();
  }

  public static AtomicBoolean atomicBoolean() {
    return new AtomicBoolean();
  }

  public static AtomicReference atomicReference() {
    return new AtomicReference<>(1);
  }

  public static AtomicIntegerArray atomicIntegers() {
    return new AtomicIntegerArray(new int[] {1, 1});
  }

  public static AtomicLongArray atomicLongs() {
    return new AtomicLongArray(new long[] {1, 1});
  }

  public static AtomicReferenceArray atomicReferences() {
    return new AtomicReferenceArray<>(new Integer[] {1, 1});
  }

  public static AtomicMarkableReference markable() {
    return new AtomicMarkableReference<>(1, true);
  }

  public static AtomicStampedReference stampedReference() {
    return new AtomicStampedReference<>(1, 0);
  }

  public static LongAdder longAdder() {
    return new LongAdder();
  }

  public static DoubleAdder doubleAdder() {
    return new DoubleAdder();
  }

  public static LongAccumulator longAccumulator() {
    return new LongAccumulator(Long::max, 0);
  }

  public static DoubleAccumulator doubleAccumulator() {
    return new DoubleAccumulator(Double::max, 0);
  }

  public static ReentrantLock lock() {
    return new ReentrantLock();
  }

  public static ReentrantReadWriteLock readWriteLock() {
    return new ReentrantReadWriteLock();
  }

  public static ReentrantReadWriteLock.ReadLock readLock() {
    return new ReentrantReadWriteLock().readLock();
  }

  public static ReentrantReadWriteLock.WriteLock writeLock() {
    return new ReentrantReadWriteLock().writeLock();
  }

  public static StampedLock stampedLock() {
    return new StampedLock();
  }

  public static Semaphore semaphore() {
    return new Semaphore(1);
  }

  public static CountDownLatch latch() {
    return new CountDownLatch(1);
  }

  public static CyclicBarrier barrier() {
    return new CyclicBarrier(2);
  }

  public static Phaser phaser() {
    return new Phaser(2);
  }

  public static Exchanger exchanger() {
    return new Exchanger<>();
  }

  public static CompletableFuture future() {
    return new CompletableFuture<>();
  }

  public static FutureTask task() {
    return new FutureTask<>(() -> 5);
  }
}
