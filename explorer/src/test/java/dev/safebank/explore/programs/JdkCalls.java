package dev.safebank.explore.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Programs that call the JDK in ways whose effects only its Javadoc tells. */
@SuppressWarnings({"UnusedVariable", "UnnecessaryStringBuilder", "JdkObsolete"}) // On purpose.
public final class JdkCalls {

  private JdkCalls() {}

  /** What one actor does with objects of its own, in the midst of steps of another. */
  @State
  public static class OwnObjects {
    private volatile int n;

    @Actor
    public void one(L_Result r) {
      n = 1;
      StringBuilder text = new StringBuilder(16).append('a').append(1L).append((Object) "x");
      List<Integer> list = new ArrayList<>(List.of(3, 1, 2));
      Collections.sort(list);
      list.removeIf(i -> i == 2);
      Map<String, Integer> map = new TreeMap<>(java.util.Comparator.reverseOrder());
      map.merge("a", 4, Integer::sum);
      int[] array = {3, 2, 1};
      Arrays.sort(array);
      Function<Collection<Integer>, List<Integer>> copy = ArrayList::new;
      String joined = copy.apply(list).stream().map(i -> "v" + i).collect(Collectors.joining());
      r.r1 =
          text + " " + list + map + array[0] + joined + String.format("%d", 5) + new char[1].length;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  /** Entries that a stream hands to a function are part of their map. */
  @State
  public static class EntriesOfAStream {
    private final Map<String, Integer> map = new HashMap<>();

    @Actor
    public void writer() {
      synchronized (map) {
        map.put("a", 5);
      }
    }

    @Actor
    public void reader(I_Result r) {
      synchronized (map) {
        r.r1 = map.entrySet().stream().mapToInt(entry -> entry.getValue()).sum();
      }
    }
  }

  /** The list is read again after each call of the function, which synchronizes. */
  @State
  public static class SynchronizingFunction {
    private final List<Integer> list = new ArrayList<>(List.of(1, 2));
    private final Object lock = new Object();
    private int sum;

    @Actor
    public void reader() {
      list.forEach(each -> {
        synchronized (lock) {
          sum += each;
        }
      });
    }

    @Actor
    public void writer() {
      synchronized (lock) {
        list.set(0, 7);
      }
    }
  }

  /** A synchronized collection's monitor is its own (Collections.synchronizedList). */
  @State
  public static class IterationUnderItsMonitor {
    private final List<Integer> list = Collections.synchronizedList(new ArrayList<>());

    @Actor
    public void writer() {
      list.add(1);
    }

    @Actor
    public void reader(I_Result r) {
      synchronized (list) {
        for (int each : list) {
          r.r1 += each;
        }
      }
    }
  }

  /** Without it, iteration is not safe. */
  @State
  public static class IterationWithoutMonitor {
    private final List<Integer> list = Collections.synchronizedList(new ArrayList<>());

    @Actor
    public void writer() {
      list.add(1);
    }

    @Actor
    public void reader(I_Result r) {
      for (ListIterator<Integer> each = list.listIterator(); each.hasNext(); ) {
        r.r1 += each.next();
      }
    }
  }

  /** Copying a vector is one call to it. */
  @State
  public static class CopyOfAVector {
    private final Vector<Integer> vector = new Vector<>();

    @Actor
    public void writer() {
      vector.add(1);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = new ArrayList<>(vector).size();
    }
  }

  /** A function without steps, applied atomically (ConcurrentHashMap.computeIfAbsent). */
  @State
  public static class AtomicFunction {
    private final Map<String, Integer> map = new ConcurrentHashMap<>();

    @Actor
    public void one(I_Result r) {
      r.r1 = map.computeIfAbsent("a", key -> 1);
    }

    @Actor
    public void two() {
      map.computeIfAbsent("a", key -> 2);
    }
  }

  /** Placing an element happens before access to that element, and to no other. */
  @State
  public static class OtherKey {
    private final Map<String, Integer> map = new ConcurrentHashMap<>();
    private int x;

    @Actor
    public void writer() {
      x = 1;
      map.put("a", 1);
    }

    @Actor
    public void reader(I_Result r) {
      map.get("b");
      r.r1 = x;
    }
  }

  /** The operands of a concatenation become strings one after the other (JLS 15.18.1). */
  @State
  public static class Concatenation {
    private final AtomicInteger a = new AtomicInteger();
    private final AtomicInteger b = new AtomicInteger();

    @Actor
    public void writer() {
      a.set(1);
      b.set(1);
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = a + " " + b;
    }
  }

  /** A list's string is not one read of all its elements. */
  @State
  public static class ListOfVariables {
    private final AtomicInteger a = new AtomicInteger();
    private final AtomicInteger b = new AtomicInteger();

    @Actor
    public void writer() {
      a.set(1);
      b.set(1);
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = List.of(a, b).toString();
    }
  }

  /** A set's order is chance (Set.of). */
  @State
  public static class FirstOfASet {

    @Actor
    public void one(L_Result r) {
      r.r1 = Set.of("a", "b").iterator().next();
    }

    @Actor
    public void two() {}
  }

  interface Sized {
    int size();
  }

  static class SizedList extends ArrayList<Integer> implements Sized {
    private static final long serialVersionUID = 1L;
  }

  /** An interface of the program, whose method is inherited from the JDK. */
  @State
  public static class ThroughOwnInterface {
    private final SizedList list = new SizedList();
    private final Sized sized = list;

    @Actor
    public void writer() {
      list.add(1);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = sized.size();
    }
  }

  /** Threads of a pool are real ones. */
  @State
  public static class PoolInTheState {
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Future<Integer> future = pool.submit(() -> 1);

    @Actor
    public void one(Z_Result r) {
      r.r1 = future.isDone();
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end() {
      pool.shutdown();
    }
  }
}
