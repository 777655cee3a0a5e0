package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Views, buffers, streams, and collections by hand. */
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
public final class ViewsAndBuffers {
  private ViewsAndBuffers() {}

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "buffers are not safe for threads")
  public static class ByteBuffers {
    final ByteBuffer b = ByteBuffer.allocate(8);

    @Actor
    public void one() {
      b.putInt(0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b.getInt(0);
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "CharBuffer.wrap is a view of the array")
  public static class WrappedChars {
    final char[] a = {'a'};
    final CharBuffer b = CharBuffer.wrap(a);

    @Actor
    public void one() {
      a[0] = 'b';
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = b.toString();
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "CharBuffer.wrap is a view of the array")
  public static class AppendedChars {
    final char[] a = {'a'};

    @Actor
    public void one() {
      a[0] = 'b';
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new StringBuilder().append(CharBuffer.wrap(a)).toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "WeakHashMap is not safe for threads")
  public static class Weak {
    final Map<String, Integer> m = new WeakHashMap<>();

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      because = "Properties is safe for threads")
  public static class Props {
    final Properties m = new Properties();

    @Actor
    public void one() {
      m.setProperty("a", "1");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = m.getProperty("a");
    }
  }

  @State
  @Expect(
      value = {"", "a"},
      races = Expect.Races.EITHER,
      because = "StringWriter writes to a StringBuffer")
  public static class Writers {
    final StringWriter w = new StringWriter();

    @Actor
    public void one() {
      w.write("a");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = w.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "ByteArrayOutputStream is synchronized")
  public static class Bytes {
    final ByteArrayOutputStream w = new ByteArrayOutputStream();

    @Actor
    public void one() {
      w.write(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = w.size();
    }
  }

  @State
  @Expect(
      value = {"0, 1", "1, 1"},
      because = "AtomicStampedReference.get")
  public static class StampedGet {
    final AtomicStampedReference<String> a = new AtomicStampedReference<>("x", 0);

    @Actor
    public void one(II_Result r) {
      r.r1 = a.compareAndSet("x", "y", 0, 1) ? 1 : 0;
      int[] s = new int[1];
      a.get(s);
      r.r2 = 1;
    }

    @Actor
    public void two() {
      a.attemptStamp("x", 5);
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "String(byte[], Charset) reads the array")
  public static class Decode {
    final byte[] a = {'a'};

    @Actor
    public void one() {
      a[0] = 'b';
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new String(a, StandardCharsets.UTF_8);
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "Base64 reads the array")
  public static class Encode {
    final byte[] a = {'a'};

    @Actor
    public void one() {
      a[0] = 'b';
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new String(Base64.getDecoder().decode(Base64.getEncoder().encode(a)));
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Iterable as a lambda over a shared list")
  public static class LambdaIterable {
    final List<Integer> l = new ArrayList<>(List.of(1));
    final Iterable<Integer> i = () -> l.iterator();

    @Actor
    public void one() {
      l.set(0, 2);
    }

    @Actor
    public void two(I_Result r) {
      for (int x : i) r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1", "2", "3"},
      because = "Iterator by hand over volatile state")
  public static class HandIterator {
    volatile int n = 1;

    @Actor
    public void one() {
      n = 3;
    }

    @Actor
    public void two(I_Result r) {
      Iterator<Integer> it = new Iterator<>() {
        int c;

        public boolean hasNext() {
          return c < 2;
        }

        public Integer next() {
          c++;
          return n;
        }
      };
      int a = it.next(), b = it.next();
      r.r1 = a == b ? a : 2;
    }
  }

  @State
  @Expect(
      value = {"2", "4", "6"},
      because = "forEachRemaining's default calls next")
  public static class RemainingByHand {
    volatile int n = 1;

    @Actor
    public void one() {
      n = 3;
    }

    @Actor
    public void two(I_Result r) {
      int[] s = {0};
      new Iterator<Integer>() {
        int c;

        public boolean hasNext() {
          return c < 2;
        }

        public Integer next() {
          c++;
          return n;
        }
      }.forEachRemaining(x -> s[0] += x);
      r.r1 = s[0];
    }
  }

  @State
  @Expect(
      value = {"2", "4", "6"},
      because = "AbstractCollection.toArray calls the iterator")
  public static class CollectionByHand {
    volatile int n = 1;

    @Actor
    public void one() {
      n = 3;
    }

    @Actor
    public void two(I_Result r) {
      Collection<Integer> c = new AbstractCollection<>() {
        public int size() {
          return 2;
        }

        public Iterator<Integer> iterator() {
          return new Iterator<>() {
            int c;

            public boolean hasNext() {
              return c < 2;
            }

            public Integer next() {
              c++;
              return n;
            }
          };
        }
      };
      int s = 0;
      for (int x : new ArrayList<>(c)) s += x;
      r.r1 = s;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "a map by hand: get goes through entrySet")
  public static class MapByHand {
    volatile int n = 1;
    final Map<String, Integer> m = new AbstractMap<>() {
      public Set<Map.Entry<String, Integer>> entrySet() {
        return Set.of(Map.entry("k", n));
      }
    };

    @Actor
    public void one() {
      n = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.get("k");
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collections.unmodifiableList is a view")
  public static class UnmodifiableView {
    final List<Integer> l = new ArrayList<>(List.of(1)), u = Collections.unmodifiableList(l);

    @Actor
    public void one() {
      l.add(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = u.size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collections.checkedList is a view")
  public static class CheckedView {
    final List<Integer> l = new ArrayList<>(List.of(1)),
        u = Collections.checkedList(l, Integer.class);

    @Actor
    public void one() {
      u.add(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"[1]", "[]"},
      races = Expect.Races.SOME,
      because = "TreeMap.headMap is a view")
  public static class HeadMap {
    final TreeMap<Integer, Integer> l = new TreeMap<>(Map.of(1, 1));
    final SortedMap<Integer, Integer> h = l.descendingMap().tailMap(5);

    @Actor
    public void one() {
      l.clear();
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = h.keySet().toString();
    }
  }

  @State
  @Expect(
      value = {"1", "9"},
      races = Expect.Races.SOME,
      because = "Map.Entry of a TreeMap is part of it")
  public static class EntryOfTree {
    final TreeMap<Integer, Integer> l = new TreeMap<>(Map.of(1, 1));

    @Actor
    public void one() {
      for (Map.Entry<Integer, Integer> e : l.entrySet()) e.setValue(9);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get(1);
    }
  }

  @State
  @Expect(
      value = {"1", "9"},
      races = Expect.Races.SOME,
      because = "ListIterator.set writes the list")
  public static class ListIteratorSet {
    final List<Integer> l = new LinkedList<>(List.of(1));

    @Actor
    public void one() {
      ListIterator<Integer> i = l.listIterator();
      i.next();
      i.set(9);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get(0);
    }
  }

  @State
  @Expect(
      value = {"1", "9"},
      races = Expect.Races.SOME,
      because = "List.replaceAll writes the list")
  public static class SubListReplaceAll {
    final List<Integer> l = new ArrayList<>(List.of(1, 2));

    @Actor
    public void one() {
      l.subList(0, 1).replaceAll(x -> 9);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collections.newSetFromMap is a view")
  public static class SetFromMap {
    final Map<String, Boolean> m = new HashMap<>();
    final Set<String> s = Collections.newSetFromMap(m);

    @Actor
    public void one() {
      s.add("x");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collections.asLifoQueue is a view")
  public static class LifoView {
    final Deque<String> m = new ArrayDeque<>();
    final Queue<String> s = Collections.asLifoQueue(m);

    @Actor
    public void one() {
      s.add("x");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Collections.synchronizedMap: one monitor, views included")
  public static class SynchronizedViews {
    final Map<String, Integer> m = Collections.synchronizedMap(new HashMap<>());
    final Set<String> k = m.keySet();

    @Actor
    public void one() {
      m.put("x", 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = k.size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "Collections.synchronizedMap.merge is under the monitor")
  public static class SynchronizedMerge {
    final Map<String, Integer> m = Collections.synchronizedMap(new HashMap<>(Map.of("x", 1)));

    @Actor
    public void one() {
      m.merge("x", 1, Integer::sum);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.get("x");
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      because = "check then act on a synchronized map")
  public static class CheckThenAct {
    final Map<String, Integer> m = Collections.synchronizedMap(new HashMap<>());
    final AtomicInteger made = new AtomicInteger();

    void get() {
      if (!m.containsKey("k")) {
        m.put("k", made.incrementAndGet());
      }
    }

    @Actor
    public void one() {
      get();
    }

    @Actor
    public void two() {
      get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = made.get();
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "computeIfAbsent calls its function at most once per key")
  public static class ComputeOnce {
    final ConcurrentMap<String, Integer> m = new ConcurrentHashMap<>();
    final AtomicInteger made = new AtomicInteger();

    @Actor
    public void one() {
      m.computeIfAbsent("k", k -> made.incrementAndGet());
    }

    @Actor
    public void two() {
      m.computeIfAbsent("k", k -> made.incrementAndGet());
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = made.get();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "nextInt of a shared Random is atomic")
  public static class SharedRandom {
    final Random rnd = new Random(7);
    static final int FIRST = new Random(7).nextInt();

    @Actor
    public void one(II_Result r) {
      r.r1 = rnd.nextInt() == FIRST ? 1 : 2;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = rnd.nextInt() == FIRST ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "a subclass of Random that counts")
  public static class RandomByHand {
    final AtomicInteger n = new AtomicInteger();
    final Random rnd = new Random(7) {
      @Override
      protected int next(int bits) {
        return n.incrementAndGet();
      }
    };

    @Actor
    public void one(II_Result r) {
      r.r1 = rnd.nextInt();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = rnd.nextInt();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "UUID.randomUUID: chance")
  public static class Uuids {
    @Actor
    public void one(Z_Result r) {
      r.r1 = UUID.randomUUID().compareTo(UUID.randomUUID()) < 0;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Instant.now: time passes, or not")
  public static class Nows {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Instant.now().equals(Instant.now());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Clock: time passes, or not")
  public static class ClockNow {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Clock.systemUTC().millis() == Clock.systemUTC().millis();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.EITHER,
      because = "Class.getDeclaredFields and Field.get")
  public static class FieldGet {
    public int n;

    @Actor
    public void one(I_Result r) throws Exception {
      r.r1 = getClass().getField("n").getInt(this);
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "MethodHandle.invoke")
  public static class HandleInvoke {
    volatile int n;

    public int get() {
      return n;
    }

    @Actor
    public void one(I_Result r) {
      try {
        r.r1 = (int) MethodHandles.lookup()
            .findVirtual(HandleInvoke.class, "get", MethodType.methodType(int.class))
            .invoke(this);
      } catch (Throwable t) {
        r.r1 = -1;
      }
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      races = Expect.Races.EITHER,
      because = "Stream.builder, Collector.of")
  public static class CollectorOf {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      r.r1 = Stream.of(1, 2)
          .collect(Collector.of(() -> new int[1], (a, x) -> a[0] += n, (a, b) -> a))[0];
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "Stream.generate reads a volatile")
  public static class Generated {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      r.r1 = Stream.generate(() -> n).limit(2).mapToInt(x -> x).sum();
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "a peek in a stream")
  public static class Lazy {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      Stream<Integer> s = Stream.of(1, 1).map(x -> x * n);
      r.r1 = s.reduce(0, Integer::sum);
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"[1]", "[1, 2]"},
      races = Expect.Races.SOME,
      because = "a stream reads its source when the terminal operation starts")
  public static class LateBinding {
    final List<Integer> l = new ArrayList<>(List.of(1));

    @Actor
    public void one(L_Result r) {
      Stream<Integer> s = l.stream();
      r.r1 = s.toList().toString();
    }

    @Actor
    public void two() {
      l.add(2);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collectors.toCollection fills the shared list")
  public static class CollectToShared {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      Stream.of(1).collect(Collectors.toCollection(() -> l));
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Stream.forEach with a method reference to a shared list")
  public static class ForEachAdd {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      Stream.of(1).forEach(l::add);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"x", "y"},
      races = Expect.Races.SOME,
      because = "StringJoiner is not safe for threads")
  public static class Joiner {
    final StringJoiner j = new StringJoiner(",").setEmptyValue("x");

    @Actor
    public void one() {
      j.add("y");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = j.toString();
    }
  }

  @State
  @Expect(
      value = {"ab", "ba"},
      because = "StringBuffer is safe for threads")
  public static class Buffers {
    final StringBuffer j = new StringBuffer();

    @Actor
    public void one() {
      j.append("a");
    }

    @Actor
    public void two() {
      j.append("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = j.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "PriorityQueue is not safe for threads")
  public static class Priority {
    final PriorityQueue<Integer> q = new PriorityQueue<>();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = q.size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "PriorityBlockingQueue: the least first")
  public static class PriorityBlocking {
    final PriorityBlockingQueue<Integer> q = new PriorityBlockingQueue<>(List.of(2));

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = q.poll();
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      because = "LinkedTransferQueue.poll")
  public static class Transfer {
    final LinkedTransferQueue<Integer> q = new LinkedTransferQueue<>();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = q.poll();
    }
  }

  @State
  @Expect(
      value = {"1, 1", "1, 0"},
      because = "arrays of arrays: clone is shallow")
  public static class ShallowClone {
    final AtomicInteger[] a = {new AtomicInteger()};

    @Actor
    public void one(II_Result r) {
      r.r1 = 1;
      AtomicInteger[] c = a.clone();
      r.r2 = c[0].get();
    }

    @Actor
    public void two() {
      a[0].set(1);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "a mutable component in a record is shared")
  public static class RecordArray {
    record A(int[] v) {}

    final A a = new A(new int[] {1});

    @Actor
    public void one(I_Result r) {
      r.r1 = a.v()[0];
    }

    @Actor
    public void two() {
      a.v()[0] = 2;
    }
  }

  @State
  @Expect(
      value = {"one", "two"},
      because = "exceptions carry what they were made of")
  public static class Causes {
    volatile String m = "one";

    @Actor
    public void one(L_Result r) {
      Exception e = new Exception() {
        @Override
        public String getMessage() {
          return m;
        }
      };
      r.r1 = new RuntimeException(e).getCause().getMessage();
    }

    @Actor
    public void two() {
      m = "two";
    }
  }
}
