package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractQueue;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Functions in all shapes: references to methods of the JDK and of synchronizers, kept, composed,
 * handed on.
 */
@SuppressWarnings({
  "all",
  "deprecation",
  "finally",
  "overrides",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class FunctionShapes {

  private FunctionShapes() {}

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "JLS 15.13: lock::lock calls Lock.lock")
  public static class LockByReference {
    final ReentrantLock l = new ReentrantLock();
    int n;

    void in(Runnable enter, Runnable leave) {
      enter.run();
      n++;
      leave.run();
    }

    @Actor
    public void one() {
      in(l::lock, l::unlock);
    }

    @Actor
    public void two() {
      in(l::lock, l::unlock);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "JLS 15.13: latch::countDown calls CountDownLatch.countDown")
  public static class LatchByReference {
    final CountDownLatch l = new CountDownLatch(1);
    int x;

    @Actor
    public void one() {
      x = 1;
      Runnable down = l::countDown;
      down.run();
    }

    @Actor
    public void two(I_Result r) throws Exception {
      Callable<Void> await = () -> {
        l.await();
        return null;
      };
      await.call();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "JLS 15.13: bound references")
  public static class SemaphoreByReference {
    final Semaphore s = new Semaphore(1);
    int n;

    void with(Runnable body) {
      Runnable take = s::acquireUninterruptibly;
      take.run();
      body.run();
      Runnable give = s::release;
      give.run();
    }

    @Actor
    public void one() {
      with(() -> n++);
    }

    @Actor
    public void two() {
      with(() -> n++);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "JLS 15.13: this::notifyAll calls Object.notifyAll")
  public static class NotifyByReference {
    boolean set;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      synchronized (this) {
        while (!set) wait();
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        set = true;
        Runnable all = this::notifyAll;
        all.run();
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "JLS 15.13: Thread::start, Thread::join")
  public static class StartByReference {
    volatile int x;

    interface Joins {
      void join(Thread t) throws InterruptedException;
    }

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> x = 1);
      Consumer<Thread> start = Thread::start;
      start.accept(t);
      Joins j = Thread::join;
      j.join(t);
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 15.13: n::incrementAndGet")
  public static class AtomicByReference {
    final AtomicInteger n = new AtomicInteger();
    final IntSupplier next = n::incrementAndGet;

    @Actor
    public void one(II_Result r) {
      r.r1 = next.getAsInt();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = next.getAsInt();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 15.13: AtomicInteger::incrementAndGet")
  public static class AtomicUnbound {
    final AtomicInteger n = new AtomicInteger();
    static final ToIntFunction<AtomicInteger> NEXT = AtomicInteger::incrementAndGet;

    @Actor
    public void one(II_Result r) {
      r.r1 = NEXT.applyAsInt(n);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = NEXT.applyAsInt(n);
    }
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.SOME,
      mayAlso = {"1", "0"},
      because = "JLS 15.13: the JDK calls sb::append")
  public static class BuilderForEach {
    final StringBuilder sb = new StringBuilder();

    @Actor
    public void one() {
      List.of("a").forEach(sb::append);
    }

    @Actor
    public void two() {
      List.of("b").forEach(sb::append);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = sb.length();
    }
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.SOME,
      mayAlso = {"1", "0"},
      because = "Stream.forEach calls l::add")
  public static class ListAddByStream {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      Stream.of(1).forEach(l::add);
    }

    @Actor
    public void two() {
      Stream.of(2).forEach(l::add);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.SOME,
      mayAlso = {"1", "0"},
      because = "Map.forEach calls m::put")
  public static class MapPutByForEach {
    final Map<Integer, Integer> m = new HashMap<>();

    @Actor
    public void one() {
      Map.of(1, 1).forEach(m::put);
    }

    @Actor
    public void two() {
      Map.of(2, 2).forEach(m::put);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 15.13: ArrayList::new with a collection copies it")
  public static class ArrayListByReference {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      Function<Collection<Integer>, List<Integer>> copy = ArrayList::new;
      r.r1 = copy.apply(l).size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 10.7: clone of an array, by reference")
  public static class ArrayCloneByReference {
    final int[] a = new int[1];

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      UnaryOperator<int[]> copy = int[]::clone;
      r.r1 = copy.apply(a)[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 15.13: super::size")
  public static class SuperByReference {
    static class Mine extends ArrayList<Integer> {
      IntSupplier s() {
        return super::size;
      }

      @Override
      public int size() {
        return 7;
      }
    }

    final Mine m = new Mine();

    @Actor
    public void one() {
      m.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.s().getAsInt();
    }
  }

  @State
  @Expect(
      value = {"[]", "[1]"},
      races = Expect.Races.SOME,
      because = "String::valueOf by Optional.map")
  public static class ValueOfByReference {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Optional.of(l).map(String::valueOf).get();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Objects::hash by a function")
  public static class HashByReference {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(Z_Result r) {
      Function<Object, Integer> h = Objects::hashCode;
      r.r1 = h.apply(l) == 1;
    }
  }

  @State
  @Expect(
      value = {"[]", "[1]"},
      races = Expect.Races.SOME,
      because = "Function.andThen calls both")
  public static class ComposedThroughIdentity {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Function.<List<Integer>>identity().andThen(Object::toString).apply(l);
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      mustProve = true,
      because = "Predicate.and is short-circuit")
  public static class PredicateAnd {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      Predicate<Integer> p = i -> n == i;
      r.r1 = p.and(i -> true).test(1);
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "BooleanSupplier by reference: AtomicBoolean::get")
  public static class SpinByReference {
    final AtomicBoolean done = new AtomicBoolean();
    int x;

    static void until(BooleanSupplier b) {
      while (!b.getAsBoolean()) Thread.onSpinWait();
    }

    @Actor
    public void one() {
      x = 1;
      done.set(true);
    }

    @Actor
    public void two(I_Result r) {
      until(done::get);
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"3"},
      mustProve = true,
      because = "JLS 15.27.2: captured variables are effectively final")
  public static class CapturedLocal {
    final AtomicInteger sum = new AtomicInteger();

    @Actor
    public void one() {
      int k = 1;
      Runnable a = () -> sum.addAndGet(k);
      a.run();
    }

    @Actor
    public void two() {
      int k = 2;
      Runnable a = new Runnable() {
        public void run() {
          sum.addAndGet(k);
        }
      };
      a.run();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = sum.get();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "a lambda that keeps its state in an array")
  public static class SupplierIsShared {
    Supplier<Integer> counter() {
      int[] n = {0};
      return () -> ++n[0];
    }

    final Supplier<Integer> c = counter();

    @Actor
    public void one() {
      c.get();
    }

    @Actor
    public void two() {
      c.get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = c.get() - 1;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "functions kept in an immutable map")
  public static class GenericFunctionInMap {
    final AtomicInteger n = new AtomicInteger();
    final Map<String, IntSupplier> f = Map.of("inc", n::incrementAndGet, "get", n::get);

    @Actor
    public void one(II_Result r) {
      r.r1 = f.get("inc").getAsInt();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = f.get("inc").getAsInt();
    }
  }

  @State
  @Expect(
      value = {"3"},
      mustProve = true,
      because = "a function that returns a function")
  public static class Curried {
    final AtomicInteger n = new AtomicInteger();
    final Function<Integer, Consumer<AtomicInteger>> add = k -> a -> a.addAndGet(k);

    @Actor
    public void one() {
      add.apply(1).accept(n);
    }

    @Actor
    public void two() {
      add.apply(2).accept(n);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "a lambda that calls itself through a field")
  public static class RecursiveLambda {
    final AtomicInteger n = new AtomicInteger();
    IntConsumer f = k -> {
      if (k > 0) {
        this.f.accept(k - 1);
        n.incrementAndGet();
      }
    };

    @Actor
    public void one() {
      f.accept(1);
    }

    @Actor
    public void two() {
      f.accept(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "JLS 9.4.3: default methods")
  public static class DefaultMethodLocks {
    interface Guarded {
      Object monitor();

      default void with(Runnable r) {
        synchronized (monitor()) {
          r.run();
        }
      }
    }

    static class G implements Guarded {
      public Object monitor() {
        return this;
      }
    }

    final G g = new G();
    int n;

    @Actor
    public void one() {
      g.with(() -> n++);
    }

    @Actor
    public void two() {
      g.with(() -> n++);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      races = Expect.Races.SOME,
      because = "JLS 9.4: a private method of an interface; another monitor for each")
  public static class DefaultMethodForgets {
    interface Guarded {
      private Object monitor() {
        return new Object();
      }

      default void with(Runnable r) {
        synchronized (monitor()) {
          r.run();
        }
      }
    }

    static class G implements Guarded {}

    final G g = new G();
    int n;

    @Actor
    public void one() {
      g.with(() -> n++);
    }

    @Actor
    public void two() {
      g.with(() -> n++);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Iterator.forEachRemaining calls the program's own iterator")
  public static class OwnIteratorRemaining {
    volatile int n;

    class It implements Iterator<Integer> {
      boolean had;

      public boolean hasNext() {
        return !had;
      }

      public Integer next() {
        had = true;
        return n;
      }
    }

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      new It().forEachRemaining(i -> r.r1 = i);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Map.getOrDefault of the program's own map calls its get")
  public static class OwnMapDefault {
    volatile int n;

    class M extends AbstractMap<String, Integer> {
      public Set<Map.Entry<String, Integer>> entrySet() {
        return Set.of(Map.entry("a", n));
      }
    }

    final M m = new M();

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.getOrDefault("a", 7);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Collection.stream of the program's own collection iterates it")
  public static class OwnCollectionStream {
    volatile int n;

    class C extends AbstractCollection<Integer> {
      public Iterator<Integer> iterator() {
        return List.of(n).iterator();
      }

      public int size() {
        return 1;
      }
    }

    final C c = new C();

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = c.stream().mapToInt(i -> i).sum();
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "AbstractQueue.add calls the program's offer")
  public static class OwnQueueAdds {
    final AtomicInteger n = new AtomicInteger();

    class Q extends AbstractQueue<Integer> {
      public boolean offer(Integer i) {
        n.incrementAndGet();
        return true;
      }

      public Integer poll() {
        return null;
      }

      public Integer peek() {
        return null;
      }

      public Iterator<Integer> iterator() {
        return List.<Integer>of().iterator();
      }

      public int size() {
        return 0;
      }
    }

    final Queue<Integer> q = new Q();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two() {
      q.addAll(List.of(2));
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "AbstractList.add calls the program's own add; the caller holds its monitor")
  public static class OwnListLocked {
    static class L extends AbstractList<Integer> {
      int n;

      @Override
      public void add(int at, Integer v) {
        n++;
      }

      public Integer get(int i) {
        return i;
      }

      public int size() {
        return n;
      }
    }

    final L l = new L();

    @Actor
    public void one() {
      synchronized (l) {
        l.add(1);
      }
    }

    @Actor
    public void two() {
      synchronized (l) {
        l.add(1);
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      races = Expect.Races.SOME,
      torn = {"1, 1", "2, 2"},
      mayAlso = {"0, 1", "1, 0", "0, 2", "2, 0"},
      because = "an iterator has a state of its own, and is not safe for threads")
  public static class SharedIterator {
    final Iterator<Integer> i = List.of(1, 2).iterator();

    @Actor
    public void one(II_Result r) {
      r.r1 = i.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = i.next();
    }
  }

  @State
  @Expect(
      value = {"1, 0", "0, 1"},
      races = Expect.Races.SOME,
      mayAlso = {"1, 1", "0, 0"},
      because = "BaseStream: IllegalStateException if the stream was used already")
  public static class SharedStream {
    final Stream<Integer> s = Stream.of(1);

    int use() {
      try {
        return (int) s.count();
      } catch (IllegalStateException e) {
        return 0;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = use();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = use();
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Stream.generate calls the supplier until the filter is content")
  public static class GeneratedUntil {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Stream.generate(() -> n).filter(i -> i == 1).findFirst().get();
    }
  }

  @State
  @Expect(
      value = {"0, 1", "1, 1", "0, 0"},
      mayAlso = {"1, 0"},
      because = "Stream.peek is called when the stream is consumed")
  public static class LazyPeek {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(II_Result r) {
      Stream<Integer> s = Stream.of(5).peek(i -> r.r2 = n);
      r.r1 = n;
      s.forEach(i -> {});
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      mayAlso = {"0"},
      because = "Stream.iterate applies the function for each further element")
  public static class IterateFunction {
    volatile int n = 1;

    @Actor
    public void one() {
      n = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Stream.iterate(0, i -> i + n).skip(1).findFirst().get();
    }
  }

  @State
  @Expect(
      value = {"2", "3"},
      mustProve = true,
      mayAlso = {"1", "4"},
      because = "Collectors.teeing calls the program's functions")
  public static class TeeingShared {
    volatile int n = 1;

    @Actor
    public void one() {
      n = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Stream.of(1)
          .collect(Collectors.teeing(
              Collectors.summingInt(i -> n), Collectors.summingInt(i -> 1), Integer::sum));
    }
  }

  @State
  @Expect(
      value = {"0, 1"},
      mustProve = true,
      because = "ThreadLocal.withInitial by reference: called for each thread")
  public static class ThreadLocalByReference {
    final AtomicInteger n = new AtomicInteger();
    final ThreadLocal<Integer> l = ThreadLocal.withInitial(() -> 0);

    @Actor
    public void one(II_Result r) {
      Supplier<Integer> get = l::get;
      r.r1 = get.get();
    }

    @Actor
    public void two(II_Result r) {
      l.set(1);
      Supplier<Integer> get = l::get;
      r.r2 = get.get();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "a constructor that is passed a function")
  public static class ConstructorChain {
    static class Holder {
      int v;

      Holder(Supplier<Integer> s) {
        v = s.get();
      }
    }

    int n = 1;

    @Actor
    public void one() {
      n = 2;
    }

    @Actor
    public void two(I_Result r) {
      Function<Supplier<Integer>, Holder> make = Holder::new;
      r.r1 = make.apply(() -> n).v;
    }
  }

  @State
  @Expect(
      value = {"3"},
      mustProve = true,
      because = "JLS 8.9.1: constants with bodies, by a function")
  public static class EnumStrategy {
    enum Op {
      ADD {
        void on(AtomicInteger n) {
          n.addAndGet(1);
        }
      },
      TWICE {
        void on(AtomicInteger n) {
          n.addAndGet(2);
        }
      };

      abstract void on(AtomicInteger n);
    }

    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      Op.valueOf("ADD").on(n);
    }

    @Actor
    public void two() {
      for (Op o : Op.values()) {
        if (o.ordinal() == 1) {
          o.on(n);
        }
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "records as keys of a concurrent map")
  public static class RecordAsKey {
    record Key(int a, String b) {}

    final Map<Key, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put(new Key(1, "x"), 1);
    }

    @Actor
    public void two() {
      m.put(new Key(1, "x"), 2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.get(new Key(1, "x"));
    }
  }

  @State
  @Expect(
      value = {"true"},
      mustProve = true,
      because = "JLS 15.13: a bound reference to a method that Object declares")
  public static class HashByBoundReference {
    static class A {}

    final A a = new A();
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      IntSupplier h = a::hashCode;
      r.r1 = h.getAsInt() == a.hashCode();
    }
  }

  @State
  @Expect(
      value = {"true"},
      mustProve = true,
      because = "JLS 15.13: a bound reference to a method that Object declares")
  public static class EqualsByBoundReference {
    record A(int n) {}

    final A a = new A(1);
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      Predicate<Object> same = a::equals;
      r.r1 = same.test(new A(1));
    }
  }

  @State
  @Expect(
      value = {"A", "B"},
      mustProve = true,
      because = "JLS 15.13: a bound reference to a method of a superclass")
  public static class TextByBoundReference {
    enum E {
      A,
      B
    }

    volatile E e = E.A;

    @Actor
    public void one() {
      e = E.B;
    }

    @Actor
    public void two(L_Result r) {
      Supplier<String> name = e::name;
      r.r1 = name.get();
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "JLS 15.13: a bound reference to a method of a superclass of the JDK")
  public static class InheritedByBoundReference {
    static class Mine extends AtomicInteger {}

    final Mine n = new Mine();

    @Actor
    public void one() {
      IntSupplier next = n::incrementAndGet;
      next.getAsInt();
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "JLS 15.13: a bound reference through a subclass of a lock")
  public static class LockOfSubclassByReference {
    static class Mine extends ReentrantLock {}

    final Mine l = new Mine();
    int n;

    void inc() {
      Runnable in = l::lock, out = l::unlock;
      in.run();
      n++;
      out.run();
    }

    @Actor
    public void one() {
      inc();
    }

    @Actor
    public void two() {
      inc();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collection.removeIf(Predicate.isEqual) asks the elements for equals")
  public static class RemovedIfEqual {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final List<List<Integer>> l = new ArrayList<>(List.of(k));

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(I_Result r) {
      l.removeIf(Predicate.isEqual(List.of(1)));
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Stream.filter(Predicate.isEqual) asks the elements for equals")
  public static class FilteredIfEqual {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final List<List<Integer>> l = List.of(k);

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = l.stream().filter(Predicate.isEqual(List.of(1))).count();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collectors.maxBy compares by the comparator given")
  public static class GroupedNaturally {
    final Date d = new Date(1);
    final List<Date> l = List.of(d, new Date(2));

    @Actor
    public void one() {
      d.setTime(3);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.stream().collect(Collectors.maxBy(Comparator.naturalOrder())).get() == d ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.SOME,
      mayAlso = {"1", "0"},
      because = "IntSummaryStatistics is an IntConsumer, and not safe for threads")
  public static class SummaryAccepts {
    final IntSummaryStatistics s = new IntSummaryStatistics();

    @Actor
    public void one() {
      IntStream.of(1).forEach(s);
    }

    @Actor
    public void two() {
      IntStream.of(2).forEach(s);
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = s.getCount();
    }
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.SOME,
      mayAlso = {"1", "0", "FAILED*"},
      because = "Stream.Builder is a Consumer, and not safe for threads")
  public static class BuilderAccepts {
    final Stream.Builder<Integer> b = Stream.builder();

    @Actor
    public void one() {
      Consumer<Integer> c = b;
      c.accept(1);
    }

    @Actor
    public void two() {
      Consumer<Integer> c = b;
      c.accept(2);
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = b.build().count();
    }
  }

  @State
  @Expect(
      value = {"1, 2"},
      mustProve = true,
      because = "Consumer.andThen calls one after the other")
  public static class ConsumersInTurn {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(II_Result r) {
      Consumer<AtomicInteger> c = a -> r.r1 = a.incrementAndGet();
      c.andThen(a -> r.r2 = a.incrementAndGet()).accept(n);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1, 2", "1, 3", "2, 3"},
      mustProve = true,
      because = "Consumer.andThen: what it calls are steps")
  public static class ConsumersInTurnShared {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(II_Result r) {
      Consumer<AtomicInteger> c = a -> r.r1 = a.incrementAndGet();
      c.andThen(a -> r.r2 = a.incrementAndGet()).accept(n);
    }

    @Actor
    public void two() {
      n.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"1", "0", "STUCK"},
      because = "StampedLock.tryWriteLock by reference: only whether it is zero is said")
  public static class StampByReference {
    final java.util.concurrent.locks.StampedLock l = new java.util.concurrent.locks.StampedLock();

    @Actor
    public void one() {
      long s = l.writeLock();
      l.unlockWrite(s);
    }

    @Actor
    public void two(I_Result r) {
      LongSupplier s = l::tryWriteLock;
      r.r1 = s.getAsLong() != 0 ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "AbstractList.subList of the program's own list")
  public static class SkeletonView {
    static class L extends AbstractList<Integer> {
      volatile int n = 1;

      public Integer get(int i) {
        return n;
      }

      public int size() {
        return 1;
      }
    }

    final L l = new L();

    @Actor
    public void one() {
      l.n = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.subList(0, 1).get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "AbstractSet.contains goes by the program's own iterator")
  public static class SkeletonSet {
    volatile int n;

    class S extends AbstractSet<Integer> {
      public Iterator<Integer> iterator() {
        return List.of(n).iterator();
      }

      public int size() {
        return 1;
      }
    }

    final S s = new S();

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = s.contains(1) ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = {"[0]", "[1]"},
      mustProve = true,
      because = "AbstractCollection.toString goes by the program's own iterator")
  public static class SkeletonText {
    volatile int n;

    class C extends AbstractCollection<Integer> {
      public Iterator<Integer> iterator() {
        return List.of(n).iterator();
      }

      public int size() {
        return 1;
      }
    }

    final C c = new C();

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + c;
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      races = Expect.Races.SOME,
      because = "AbstractList.add calls the program's own add, which takes no lock")
  public static class SkeletonLost {
    static class L extends AbstractList<Integer> {
      int n;

      @Override
      public void add(int at, Integer v) {
        n++;
      }

      public Integer get(int i) {
        return i;
      }

      public int size() {
        return 0;
      }
    }

    final L l = new L();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two() {
      l.add(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.n;
    }
  }
}
