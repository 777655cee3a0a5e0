package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
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
 * Classes: when they are initialised, by whom, and what of them is shared; objects that are
 * published before they are whole.
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
public final class ClassShapes {

  private ClassShapes() {}

  @State
  @Expect(
      value = {"1"},
      mayAlso = {"0"},
      because = "Class.getEnumConstants initialises the enum (it calls values)")
  public static class EnumConstantsInit {
    static int inits;

    enum E {
      A;

      static {
        inits++;
      }
    }

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = E.class.getEnumConstants().length == 1 ? inits : -1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "EnumSet.allOf needs the constants of the enum")
  public static class EnumSetInits {
    static int inits;

    enum E {
      A;

      static {
        inits++;
      }
    }

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = EnumSet.allOf(E.class).size() == 1 ? inits : -1;
    }
  }

  @State
  @Expect(
      value = {"1, 1"},
      races = Expect.Races.EITHER,
      because = "JLS 12.4.1: a switch over an enum reads its constants")
  public static class SwitchInits {
    static int inits;

    enum E {
      A,
      B;

      static {
        inits++;
      }
    }

    int which(E e) {
      return switch (e) {
        case A -> 1;
        case B -> 2;
      };
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = which(E.A) == 1 ? 1 : 0;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = which(E.B) == 2 ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = {"0"},
      mustProve = true,
      because = "JLS 12.4.1: instanceof and casts initialise nothing")
  public static class InstanceofDoesNotInit {
    static volatile int inits;

    static class C {
      static {
        inits++;
      }
    }

    volatile Object o = "x";

    @Actor
    public void one() {
      o = "y";
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = o instanceof C ? 9 : inits;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "JLS 12.4.1: making an instance initialises the class once")
  public static class InstanceMakesInit {
    static final AtomicInteger INITS = new AtomicInteger();

    static class C {
      static {
        INITS.incrementAndGet();
      }
    }

    @Actor
    public void one() {
      new C();
    }

    @Actor
    public void two() {
      new C();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = INITS.get();
    }
  }

  @State
  @Expect(
      value = {"0"},
      mustProve = true,
      because = "JLS 12.4.1: a class does not initialise interfaces without default methods")
  public static class InterfaceWithoutDefault {
    static final AtomicInteger INITS = new AtomicInteger();

    interface I {
      int X = INITS.incrementAndGet();
    }

    static class C implements I {}

    @Actor
    public void one() {
      new C();
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(I_Result r) {
      r.r1 = INITS.get();
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "JLS 12.4.1: a class initialises interfaces with default methods")
  public static class InterfaceWithDefault {
    static final AtomicInteger INITS = new AtomicInteger();

    interface I {
      int X = INITS.incrementAndGet();

      default void m() {}
    }

    static class C implements I {}

    @Actor
    public void one() {
      new C();
    }

    @Actor
    public void two() {
      new C();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = INITS.get();
    }
  }

  @State
  @Expect(
      value = {"1, 2"},
      mustProve = true,
      because = "static members of records")
  public static class RecordStatics {
    record R(int n) {
      static final AtomicInteger MADE = new AtomicInteger();

      R {
        MADE.incrementAndGet();
      }
    }

    @Actor
    public void one(II_Result r) {
      new R(1);
      r.r1 = 0;
    }

    @Actor
    public void two(II_Result r) {
      new R(1);
      r.r2 = 0;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = R.MADE.get() - 1;
      r.r2 = R.MADE.get();
    }
  }

  @State
  @Expect(
      value = {"7, 7"},
      mustProve = true,
      because = "a holder within a holder: initialised on first use, once")
  public static class NestedHolder {
    static class Outer {
      static class Holder {
        static final int[] V = {7};
      }

      static int get() {
        return Holder.V[0];
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Outer.get();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Outer.get();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "an enum as a singleton with a state of its own")
  public static class SingletonByEnumCounts {
    enum Ids {
      IDS;
      private final AtomicInteger n = new AtomicInteger();

      int next() {
        return n.incrementAndGet();
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Ids.IDS.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Ids.IDS.next();
    }
  }

  @State
  @Expect(
      value = {"3"},
      because = "an EnumMap in a static field, guarded by its class")
  public static class EnumMapOfState {
    enum Kind {
      A,
      B
    }

    static final Map<Kind, Integer> M = new EnumMap<>(Kind.class);

    static synchronized void add(Kind k, int n) {
      M.merge(k, n, Integer::sum);
    }

    @Actor
    public void one() {
      add(Kind.A, 1);
    }

    @Actor
    public void two() {
      add(Kind.A, 2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = M.get(Kind.A);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "++ of a static field")
  public static class StaticCounterLost {
    static int n;

    @Actor
    public void one() {
      n++;
    }

    @Actor
    public void two() {
      n++;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "a static field of the enclosing class")
  public static class StaticInOuter {
    static class Box {
      static long n;
    }

    static class In {
      void inc() {
        Box.n++;
      }
    }

    @Actor
    public void one() {
      new In().inc();
    }

    @Actor
    public void two() {
      new In().inc();
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = Box.n;
    }
  }

  @State
  @Expect(
      value = {"5, 5"},
      mustProve = true,
      because = "a static field that a method computes")
  public static class StaticInitialisedByMethod {
    static int compute() {
      return Integer.parseInt("5");
    }

    static class H {
      static final int N = compute();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = H.N;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = H.N;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because =
          "JLS 12.4.2: ExceptionInInitializerError for the first, NoClassDefFoundError for others")
  public static class InitThrowsOnce {
    static class Bad {
      static int n = 1 / Integer.parseInt("0");
    }

    final AtomicInteger seen = new AtomicInteger();

    void use() {
      try {
        seen.addAndGet(Bad.n);
      } catch (ExceptionInInitializerError e) {
        seen.addAndGet(1);
      } catch (NoClassDefFoundError e) {
        seen.addAndGet(0);
      }
    }

    @Actor
    public void one() {
      use();
    }

    @Actor
    public void two() {
      use();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = seen.get();
    }
  }

  @State
  @Expect(
      value = {"1, 1"},
      mustProve = true,
      because = "a static initialiser that keeps a lambda")
  public static class LambdaInInitialiser {
    static class H {
      static final Supplier<Integer> S;

      static {
        int[] n = {1};
        S = () -> n[0];
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = H.S.get();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = H.S.get();
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "2, 1", "1, 2"},
      because = "JLS 12.4.2: classes that initialise each other")
  public static class CyclicInitialisers {
    static class X {
      static int v;

      static {
        v = Y.v + 1;
      }
    }

    static class Y {
      static int v;

      static {
        v = X.v + 1;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = X.v;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Y.v;
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      races = Expect.Races.SOME,
      mayAlso = {"*"},
      because = "a HashMap published by a race")
  public static class PublishedMap {
    Map<String, Integer> m;

    @Actor
    public void one() {
      Map<String, Integer> own = new HashMap<>();
      own.put("a", 1);
      m = own;
    }

    @Actor
    public void two(L_Result r) {
      Map<String, Integer> seen = m;
      r.r1 = seen == null ? "null" : "" + seen.get("a");
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because =
          "List.of published by a race: nothing is said of its fields but that it is unmodifiable")
  public static class PublishedImmutableList {
    List<Integer> l;

    @Actor
    public void one() {
      l = List.of(1);
    }

    @Actor
    public void two(I_Result r) {
      List<Integer> seen = l;
      r.r1 = seen == null ? 0 : seen.get(0);
    }
  }

  @State
  @Expect(
      value = {"null", "ab"},
      races = Expect.Races.SOME,
      because = "JLS 17.5: String is immutable")
  public static class PublishedString {
    String s;

    @Actor
    public void one() {
      s = new StringBuilder("a").append("b").toString();
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(s);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 17.5: a record's fields are final")
  public static class PublishedRecord {
    record R(int n) {}

    R p;

    @Actor
    public void one() {
      p = new R(1);
    }

    @Actor
    public void two(I_Result r) {
      R seen = p;
      r.r1 = seen == null ? 0 : seen.n();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "ConcurrentMap: what is done before placing an object happens before its access")
  public static class PublishedByConcurrentMap {
    static class Box {
      int v;
    }

    final Map<String, Box> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      Box b = new Box();
      b.v = 1;
      m.put("a", b);
    }

    @Actor
    public void two(I_Result r) {
      Box b = m.get("a");
      r.r1 = b == null ? 0 : b.v;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "ConcurrentLinkedQueue: memory consistency")
  public static class PublishedByQueue {
    static class Box {
      int v;
    }

    final Queue<Box> q = new ConcurrentLinkedQueue<>();

    @Actor
    public void one() {
      Box b = new Box();
      b.v = 1;
      q.add(b);
    }

    @Actor
    public void two(I_Result r) {
      Box b = q.poll();
      r.r1 = b == null ? 0 : b.v;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.EITHER,
      because = "AtomicReference.lazySet has the memory effects of setRelease")
  public static class PublishedByLazySet {
    static class Box {
      int v;
    }

    final AtomicReference<Box> p = new AtomicReference<>();

    @Actor
    public void one() {
      Box b = new Box();
      b.v = 1;
      p.lazySet(b);
    }

    @Actor
    public void two(I_Result r) {
      Box b = p.get();
      r.r1 = b == null ? 0 : b.v;
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "7"},
      races = Expect.Races.SOME,
      because = "JLS 17.5: the constructor has handed out this")
  public static class ThisInCollection {
    final List<Object> all = new CopyOnWriteArrayList<>();

    class Part {
      final int v;

      Part() {
        all.add(this);
        v = 7;
      }
    }

    @Actor
    public void one() {
      new Part();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = all.isEmpty() ? -1 : ((Part) all.get(0)).v;
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "7"},
      races = Expect.Races.SOME,
      because = "JLS 17.5: an anonymous class in a constructor keeps this")
  public static class ThisInListener {
    volatile IntSupplier s;

    class Part {
      final int v;

      Part() {
        s = new IntSupplier() {
          public int getAsInt() {
            return v;
          }
        };
        v = 7;
      }
    }

    @Actor
    public void one() {
      new Part();
    }

    @Actor
    public void two(I_Result r) {
      IntSupplier g = s;
      r.r1 = g == null ? -1 : g.getAsInt();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "JLS 17.5: the elements of a final array are not final")
  public static class FinalArray {
    final int[] a = {1};

    @Actor
    public void one() {
      a[0] = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"0, 0", "0, 1", "1, 1"},
      mustProve = true,
      because = "volatile writes are seen in order")
  public static class TwoVolatiles {
    volatile int a, b;

    @Actor
    public void one() {
      a = 1;
      b = 1;
    }

    @Actor
    public void two(II_Result r) {
      int y = b;
      r.r2 = a;
      r.r1 = y;
    }
  }

  @State
  @Expect(
      value = {"1, 0", "0, 1", "0, 0"},
      mustProve = true,
      because = "volatile variables are sequentially consistent")
  public static class FourActorsIriw {
    volatile int x, y;

    @Actor
    public void one() {
      x = 1;
    }

    @Actor
    public void two() {
      y = 1;
    }

    @Actor
    public void three(II_Result r) {
      int a = x;
      int b = y;
      r.r1 = a > b ? 1 : 0;
    }

    @Actor
    public void four(II_Result r) {
      int b = y;
      int a = x;
      r.r2 = b > a ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "an element of an array is no volatile")
  public static class BooleanArray {
    final boolean[] f = new boolean[1];
    int x;

    @Actor
    public void one() {
      x = 1;
      f[0] = true;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = f[0] ? x : 0;
    }
  }

  @State
  @Expect(
      value = {"1, 1"},
      mustProve = true,
      because = "JLS 17.6: no word tearing")
  public static class ByteNeighbours {
    final byte[] b = new byte[2];

    @Actor
    public void one() {
      b[0] = 1;
    }

    @Actor
    public void two() {
      b[1] = 1;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = b[0];
      r.r2 = b[1];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "an exception's own field, published by a volatile")
  public static class ExceptionCarriesState {
    static class Told extends RuntimeException {
      int v;
    }

    volatile Told t;

    @Actor
    public void one() {
      try {
        Told e = new Told();
        e.v = 1;
        throw e;
      } catch (Told e) {
        t = e;
      }
    }

    @Actor
    public void two(I_Result r) {
      Told e = t;
      r.r1 = e == null ? 0 : e.v;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Throwable.addSuppressed, getSuppressed are synchronized")
  public static class SuppressedByOther {
    final Exception e = new Exception();

    @Actor
    public void one() {
      e.addSuppressed(new Error());
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = e.getSuppressed().length;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "JLS 14.20.3: close is called, also after an exception")
  public static class TryWithResources {
    static class Res implements AutoCloseable {
      final AtomicInteger n;

      Res(AtomicInteger n) {
        this.n = n;
      }

      public void close() {
        n.incrementAndGet();
      }
    }

    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      try (Res r = new Res(n)) {
        throw new IllegalStateException();
      } catch (IllegalStateException e) {
      }
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
      value = {"1"},
      because = "LinkedBlockingQueue of one")
  public static class SequentialBoundedBuffer {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>(1);

    @Actor
    public void one() throws InterruptedException {
      q.put(1);
      q.put(2);
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      r.r1 = q.take();
      q.take();
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "ExecutorService.submit: an executor of the JDK")
  public static class ExecutorNamed {
    @Actor
    public void one(I_Result r) throws Exception {
      ExecutorService e = Executors.newSingleThreadExecutor();
      try {
        r.r1 = e.submit(() -> 1).get();
      } finally {
        e.shutdown();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because = "java.util.Timer runs its tasks in a thread of its own")
  public static class TimerNamed {
    volatile int n;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      CountDownLatch l = new CountDownLatch(1);
      java.util.Timer t = new java.util.Timer(true);
      t.schedule(
          new java.util.TimerTask() {
            public void run() {
              l.countDown();
            }
          },
          1);
      l.await();
      r.r1 = 1;
      t.cancel();
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "CyclicBarrier.await")
  public static class BarrierNamed {
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one() throws Exception {
      b.await();
    }

    @Actor
    public void two(I_Result r) throws Exception {
      b.await();
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "CompletableFuture.thenApply")
  public static class ThenApplyNamed {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one() {
      f.complete(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = f.thenApply(i -> i + 1).join();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "an executor of the program's own, which runs tasks in the caller")
  public static class OwnExecutor {
    final Executor direct = Runnable::run;
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      direct.execute(n::incrementAndGet);
    }

    @Actor
    public void two() {
      direct.execute(n::incrementAndGet);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "an executor of the program's own, which starts a thread for each task")
  public static class ExecutorOfThreads {
    final Executor each = task -> {
      Thread t = new Thread(task);
      t.start();
      try {
        t.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    };
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      each.execute(n::incrementAndGet);
    }

    @Actor
    public void two() {
      each.execute(n::incrementAndGet);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "a queue of tasks that two workers share")
  public static class WorkQueue {
    final Queue<Integer> q = new ConcurrentLinkedQueue<>(List.of(1, 2));

    @Actor
    public void one(II_Result r) {
      r.r1 = q.poll();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = q.poll();
    }
  }

  @State
  @Expect(
      value = {"3"},
      because = "a varargs method that streams its arguments")
  public static class VarargsByStream {
    static int sum(Integer... v) {
      return Stream.of(v).mapToInt(i -> i).sum();
    }

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = sum(1, 2);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "JLS 14.11: a switch over a string that another thread sets")
  public static class StringSwitchOfShared {
    volatile String s = "a";

    @Actor
    public void one() {
      s = "b";
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = switch (s) {
        case "a" -> 1;
        case "b" -> 2;
        default -> 3;
      };
    }
  }

  @State
  @Expect(
      value = {"true"},
      because = "Integer.valueOf keeps -128 to 127")
  public static class IdentityOfBoxes {
    volatile Integer n = 5;

    @Actor
    public void one() {
      n = Integer.valueOf(5);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = n == Integer.valueOf(5);
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      mustProve = true,
      because = "AtomicReference.compareAndSet compares by ==")
  public static class CompareByIdentity {
    final Integer a = Integer.valueOf(1000);
    final AtomicReference<Integer> p = new AtomicReference<>(a);

    @Actor
    public void one() {
      p.set(2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = p.compareAndSet(a, 3);
    }
  }
}
