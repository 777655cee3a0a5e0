package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.ref.WeakReference;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Chance, real threads and real time have to be named. */
@SuppressWarnings({
  "all",
  "deprecation",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class ChanceAndRealThreads {

  private ChanceAndRealThreads() {}

  @State
  @Expect(
      value = {"false", "true"},
      because = "ThreadLocalRandom.nextInt: any value below the bound")
  public static class TlRandom {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = ThreadLocalRandom.current().nextInt(1_000_000) == 0;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "SplittableRandom: seeded so that it is likely to differ from any other")
  public static class Splittable {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = new SplittableRandom().nextInt(1_000_000) == 0;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "SecureRandom: not predictable")
  public static class Secure {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = new SecureRandom().nextInt(1_000_000) == 0;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collection.parallelStream: in whatever threads the library chooses")
  public static class ParallelStream {
    int n;

    @Actor
    public void one(I_Result r) {
      List.of(1, 2).parallelStream().forEach(i -> n++);
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "IntStream.parallel: in whatever threads the library chooses")
  public static class ParallelIntStream {
    int n;

    @Actor
    public void one(I_Result r) {
      IntStream.range(0, 2).parallel().forEach(i -> n++);
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "TimeUnit.sleep: InterruptedException if interrupted while sleeping")
  public static class TimeUnitSleep {
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      try {
        TimeUnit.MILLISECONDS.sleep(1);
      } catch (InterruptedException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w != null) {
        w.interrupt();
      }
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "HashSet: no guarantees as to the iteration order")
  public static class HashSetOrder {
    final Object a = new Object();
    final Object b = new Object();

    @Actor
    public void one(Z_Result r) {
      r.r1 = new HashSet<>(List.of(a, b)).iterator().next() == a;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"-1", "0", "1"},
      because = "Objects.hashCode: Object.hashCode, of which nothing more is said")
  public static class ObjectsHashCode {
    final Object a = new Object();
    final Object b = new Object();

    @Actor
    public void one(I_Result r) {
      r.r1 = Integer.compare(Objects.hashCode(a), Objects.hashCode(b));
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "Math.random")
  public static class MathRandom {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = Math.random() < 1e-6;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "Random(): seeded so that it is likely to differ from any other")
  public static class Unseeded {
    volatile int n;
    final Random random = new Random();

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = random.nextInt(1_000_000) == 0;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "Random with a seed: thread-safe, one sequence")
  public static class Seeded {
    final Random random = new Random(42);
    static final int FIRST = new Random(42).nextInt();

    @Actor
    public void one(II_Result r) {
      r.r1 = random.nextInt() == FIRST ? 1 : 2;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = random.nextInt() == FIRST ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "UUID.randomUUID")
  public static class RandomUuid {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = UUID.randomUUID().toString().startsWith("00000");
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"1", "2", "3", "4", "5", "6", "7", "8"},
      because = "Collections.shuffle, with a default source of randomness")
  public static class Shuffle {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      n = 1;
      List<Integer> l = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
      Collections.shuffle(l);
      r.r1 = l.get(0);
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "RandomGenerator.getDefault")
  public static class Generator {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = java.util.random.RandomGenerator.getDefault().nextInt(1_000_000) == 0;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "Random.ints: a stream of chance")
  public static class RandomStream {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = new Random().ints(1, 0, 1_000_000).sum() == 0;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      because = "Set.of: the iteration order is unspecified, and differs from one JVM to the next")
  public static class SetOfOrder {
    volatile int n;

    @Actor
    public void one(L_Result r) {
      n = 1;
      r.r1 = Set.of("a", "b").iterator().next();
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      because = "Map.of: the iteration order is unspecified, and differs from one JVM to the next")
  public static class MapOfOrder {
    volatile int n;

    @Actor
    public void one(L_Result r) {
      n = 1;
      for (String k : Map.of("a", 1, "b", 2).keySet()) {
        r.r1 = k;
      }
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "BaseStream.parallel: in whatever threads the library chooses")
  public static class ParallelLater {
    int n;

    @Actor
    public void one(I_Result r) {
      BaseStream<Integer, Stream<Integer>> s = List.of(1, 2).stream();
      s.parallel().forEach(i -> n++);
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Arrays.parallelSetAll: in whatever threads the library chooses")
  public static class ParallelSetAll {
    int n;

    @Actor
    public void one(I_Result r) {
      Arrays.parallelSetAll(new int[2], i -> n++);
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "ForkJoinPool.commonPool().execute: some time")
  public static class CommonPool {
    volatile int x;

    @Actor
    public void one() {
      ForkJoinPool.commonPool().execute(() -> x = 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "CompletableFuture.runAsync: some time")
  public static class RunAsync {
    volatile int x;

    @Actor
    public void one() {
      CompletableFuture.runAsync(() -> x = 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(value = "1", because = "CompletableFuture.supplyAsync, join")
  public static class SupplyAsync {
    int x;

    @Actor
    public void one(I_Result r) {
      r.r1 = CompletableFuture.supplyAsync(() -> x = 1).join();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Timer.schedule: some time")
  public static class ATimer {
    volatile int x;

    @Actor
    public void one() {
      Timer t = new Timer(true);
      t.schedule(
          new TimerTask() {
            @Override
            public void run() {
              x = 1;
              t.cancel();
            }
          },
          0);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "ScheduledExecutorService.schedule: some time")
  public static class Scheduled {
    volatile int x;

    @Actor
    public void one() {
      ScheduledExecutorService s = Executors.newScheduledThreadPool(1);
      s.schedule(() -> x = 1, 0, TimeUnit.MILLISECONDS);
      s.shutdown();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "ThreadPoolExecutor with a ThreadFactory of the program's own")
  public static class OwnFactory {
    volatile int x;

    @Actor
    public void one() {
      ExecutorService e = Executors.newCachedThreadPool(t -> {
        Thread d = new Thread(t);
        d.setDaemon(true);
        return d;
      });
      e.execute(() -> x = 1);
      e.shutdown();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "WeakReference.get: null once the object has been collected")
  public static class Collected {
    @Actor
    public void one(Z_Result r) {
      WeakReference<Object> ref = new WeakReference<>(new Object());
      System.gc();
      r.r1 = ref.get() == null;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "the JVM ends",
      because = "System.exit: terminates the JVM, of which no exploration may take notice")
  public static class Exit {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      n = 1;
      System.exit(3);
      r.r1 = n;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = "the JVM ends",
      because = "Runtime.halt: terminates the JVM, of which no exploration may take notice")
  public static class Halt {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      n = 1;
      Runtime.getRuntime().halt(3);
      r.r1 = n;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Files: what other processes do, nobody knows")
  public static class FileExists {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = new java.io.File("there is no such file").exists();
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Runtime.freeMemory: changes all the time")
  public static class FreeMemory {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      long before = Runtime.getRuntime().freeMemory();
      n = 1;
      r.r1 = before == Runtime.getRuntime().freeMemory();
    }

    @Actor
    public void two() {
      n = 2;
    }
  }
}
