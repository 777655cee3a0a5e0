package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Calls to concurrent collections: single keys are atomic, aggregates are not. */
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
public final class ConcurrentCollections {

  private ConcurrentCollections() {}

  @State
  @Expect(
      value = {"false, 0", "false, 1", "true, 1", "true, 0"},
      because = "ConcurrentHashMap: size is useful only when no updates take place meanwhile")
  public static class SizeLags {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put(1, 1);
    }

    @Actor
    public void two(ZI_Result r) {
      r.r1 = m.containsKey(1);
      r.r2 = m.size();
    }
  }

  @State
  @Expect(
      value = {"false, false", "false, true", "true, false", "true, true"},
      because = "ConcurrentHashMap: retrievals may reflect insertion of only some entries")
  public static class PutAll {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>();
    final Map<Integer, Integer> two = Map.of(1, 1, 2, 2);

    @Actor
    public void one() {
      m.putAll(two);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r1 = m.containsKey(1);
      r.r2 = m.containsKey(2);
    }
  }

  @State
  @Expect(
      value = {"150", "200", "250"},
      because = "ConcurrentHashMap: iterators are weakly consistent")
  public static class ReduceValues {
    final Map<Integer, Long> m = new ConcurrentHashMap<>(Map.of(1, 100L, 2, 100L));

    @Actor
    public void transfer() {
      m.merge(1, -50L, Long::sum);
      m.merge(2, 50L, Long::sum);
    }

    @Actor
    public void validate(J_Result r) {
      long[] s = {0};
      m.forEach((k, v) -> s[0] += v);
      r.r1 = s[0];
    }
  }

  @State
  @Expect(
      value = {"150", "200", "250"},
      because = "ConcurrentHashMap: iterators are weakly consistent")
  public static class ForEachOfValues {
    final ConcurrentHashMap<Integer, Long> m = new ConcurrentHashMap<>(Map.of(1, 100L, 2, 100L));

    @Actor
    public void transfer() {
      m.put(1, 50L);
      m.put(2, 150L);
    }

    @Actor
    public void validate(J_Result r) {
      for (long v : m.values()) {
        r.r1 += v;
      }
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "ConcurrentHashMap.computeIfAbsent: other keys are not blocked")
  public static class ComputeThroughMap {
    final Map<String, Integer> m = new ConcurrentHashMap<>();
    int created;

    @Actor
    public void one() {
      m.computeIfAbsent("a", k -> ++created);
    }

    @Actor
    public void two() {
      m.computeIfAbsent("b", k -> ++created);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = created;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because =
          "ConcurrentSkipListMap.computeIfAbsent: the function is not guaranteed to be applied once")
  public static class ComputeSkipList {
    final Map<String, Integer> m = new ConcurrentSkipListMap<>();
    final AtomicInteger calls = new AtomicInteger();

    @Actor
    public void one() {
      m.computeIfAbsent("a", k -> calls.incrementAndGet());
    }

    @Actor
    public void two() {
      m.computeIfAbsent("a", k -> calls.incrementAndGet());
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = calls.get();
    }
  }

  @State
  @Expect(
      value = {"false, false", "false, true", "true, false", "true, true"},
      because = "ConcurrentHashMap: retrievals may reflect removal of only some entries")
  public static class ClearIsNotAtomic {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 1, 2, 2));

    @Actor
    public void one() {
      m.clear();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r1 = m.containsKey(1);
      r.r2 = m.containsKey(2);
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "ConcurrentLinkedQueue.size: inaccurate if elements are added or removed meanwhile")
  public static class QueueSize {
    final ConcurrentLinkedQueue<Integer> q = new ConcurrentLinkedQueue<>(List.of(0));

    @Actor
    public void one() {
      q.poll();
      q.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = q.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "10", "11"},
      because = "LongAdder.sum is not an atomic snapshot")
  public static class AdderSum {
    final LongAdder n = new LongAdder();

    @Actor
    public void one() {
      n.add(1);
      n.add(10);
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = n.sum();
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      races = Expect.Races.SOME,
      because = "JLS 17.4.5: equals, called by the map, reads what the other writes")
  public static class KeyReads {
    boolean strict = true;

    class Key {
      @Override
      public int hashCode() {
        return 1;
      }

      @Override
      public boolean equals(Object o) {
        return o instanceof Key && strict;
      }
    }

    final Map<Key, Integer> m = new ConcurrentHashMap<>();

    public KeyReads() {
      m.put(new Key(), 1);
    }

    @Actor
    public void one() {
      strict = false;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.containsKey(new Key());
    }
  }

  @State
  @Expect(
      value = {"-1", "1"},
      mayAlso = "0",
      races = Expect.Races.EITHER,
      because = "java.util.concurrent: placing happens-before access or removal; size is neither")
  public static class SizeIsNoEdge {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>();
    int x;

    @Actor
    public void one() {
      x = 1;
      m.put(1, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.size() == 1 ? x : -1;
    }
  }

  @State
  @Expect(
      value = {"-1", "1"},
      mayAlso = "0",
      races = Expect.Races.EITHER,
      because =
          "java.util.concurrent: placing happens-before access or removal; a failing offer is neither")
  public static class OfferFailsIsNoEdge {
    final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(1);
    int x;

    @Actor
    public void one() {
      x = 1;
      q.offer(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = q.offer(2) ? -1 : x;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "CopyOnWriteArrayList.iterator: a snapshot of the moment when it was made")
  public static class CowIteration {
    final List<Integer> l = new CopyOnWriteArrayList<>();

    @Actor
    public void one() {
      l.add(1);
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      for (int i : l) {
        r.r1 += i;
      }
    }
  }

  @State
  @Expect(
      value = "2",
      because = "ConcurrentMap.merge, on a ConcurrentHashMap: performed atomically")
  public static class MergeThroughMap {
    final Map<String, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.merge("a", 1, Integer::sum);
    }

    @Actor
    public void two() {
      m.merge("a", 1, Integer::sum);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.get("a");
    }
  }

  @State
  @Expect(
      value = {"-1", "1"},
      mustProve = true,
      because = "ConcurrentMap: put happens-before get of that key; single keys are atomic")
  public static class PutThenGet {
    final ConcurrentHashMap<String, String> m = new ConcurrentHashMap<>();
    int x;

    @Actor
    public void one() {
      x = 1;
      m.put("a", "b");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.get("a") != null ? x : -1;
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "ConcurrentMap.putIfAbsent is atomic")
  public static class PutIfAbsent {
    final ConcurrentMap<String, String> m = new ConcurrentHashMap<>();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = m.putIfAbsent("a", "1") == null;
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = m.putIfAbsent("a", "2") == null;
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "ConcurrentMap.replace(key, old, new), remove(key, value) are atomic")
  public static class ReplaceOrRemove {
    final ConcurrentMap<String, Integer> m = new ConcurrentHashMap<>(Map.of("a", 1));

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = m.replace("a", 1, 2);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = m.remove("a", 1);
    }
  }

  @State
  @Expect(
      value = {"1, 1", "2, 1", "1, 2"},
      mustProve = true,
      because = "check, then put: two calls are two steps")
  public static class CheckThenPut {
    final Map<String, Integer> m = new ConcurrentHashMap<>();
    final AtomicInteger created = new AtomicInteger();

    int get() {
      Integer i = m.get("a");
      if (i == null) {
        i = created.incrementAndGet();
        m.put("a", i);
      }
      return i;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = get();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = get();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "ConcurrentHashMap.mappingCount: an estimate while others put")
  public static class MappingCount {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put(1, 1);
      m.put(2, 2);
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = m.mappingCount();
    }
  }

  @State
  @Expect(
      value = "false",
      mayAlso = "true",
      because =
          "ConcurrentHashMap.isEmpty, while an only element moves from one key to another: neither may be seen")
  public static class IsEmptyLags {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 1));

    @Actor
    public void one() {
      m.put(2, 2);
      m.remove(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.isEmpty();
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because =
          "ConcurrentHashMap.containsValue: traverses, while the value moves from a late key to an early one")
  public static class ContainsValue {
    final ConcurrentHashMap<Integer, String> m = new ConcurrentHashMap<>(Map.of(1, "x", 2, "v"));

    @Actor
    public void one() {
      m.put(1, "v");
      m.put(2, "x");
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.containsValue("v");
    }
  }

  @State
  @Expect(
      value = {"150", "200", "250"},
      because = "ConcurrentHashMap.reduceValues: not atomic")
  public static class ReduceOfValues {
    final ConcurrentHashMap<Integer, Long> m = new ConcurrentHashMap<>(Map.of(1, 100L, 2, 100L));

    @Actor
    public void transfer() {
      m.put(1, 50L);
      m.put(2, 150L);
    }

    @Actor
    public void validate(J_Result r) {
      r.r1 = m.reduceValues(Long.MAX_VALUE, Long::sum);
    }
  }

  @State
  @Expect(
      value = {"150", "200", "250"},
      because = "ConcurrentHashMap.values().stream(): not atomic")
  public static class StreamOfValues {
    final ConcurrentHashMap<Integer, Long> m = new ConcurrentHashMap<>(Map.of(1, 100L, 2, 100L));

    @Actor
    public void transfer() {
      m.put(1, 50L);
      m.put(2, 150L);
    }

    @Actor
    public void validate(J_Result r) {
      r.r1 = m.values().stream().mapToLong(v -> v).sum();
    }
  }

  @State
  @Expect(
      value = {"{1=0, 2=0}", "{1=1, 2=0}", "{1=1, 2=1}"},
      torn = "{1=0, 2=1}",
      because = "ConcurrentHashMap.toString: not atomic")
  public static class MapToString {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 0, 2, 0));

    @Actor
    public void one() {
      m.put(1, 1);
      m.put(2, 1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = m.toString();
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "1, 1"},
      torn = "0, 1",
      because = "new HashMap(ConcurrentHashMap): not atomic")
  public static class CopyOfMap {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 0, 2, 0));

    @Actor
    public void one() {
      m.put(1, 1);
      m.put(2, 1);
    }

    @Actor
    public void two(II_Result r) {
      Map<Integer, Integer> copy = new HashMap<>(m);
      r.r1 = copy.get(1);
      r.r2 = copy.get(2);
    }
  }

  @State
  @Expect(value = "2", because = "ConcurrentHashMap.compute: atomic, and ordered, for one key")
  public static class ComputeSameKey {
    final ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>();
    int n;

    @Actor
    public void one() {
      m.compute("a", (k, v) -> ++n);
    }

    @Actor
    public void two() {
      m.compute("a", (k, v) -> ++n);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.get("a");
    }
  }

  @State
  @Expect(
      value = "1",
      because = "ConcurrentHashMap.computeIfAbsent: the function is applied at most once")
  public static class ComputeOnce {
    final Map<String, Integer> m = new ConcurrentHashMap<>();
    final AtomicInteger calls = new AtomicInteger();

    @Actor
    public void one() {
      m.computeIfAbsent("a", k -> calls.incrementAndGet());
    }

    @Actor
    public void two() {
      m.computeIfAbsent("a", k -> calls.incrementAndGet());
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = calls.get();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because =
          "ConcurrentHashMap.computeIfAbsent: others may block until it is done; a get does not")
  public static class GetDuringCompute {
    final ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>();
    volatile int n;

    @Actor
    public void one() {
      m.computeIfAbsent("a", k -> {
        n = 1;
        return 1;
      });
    }

    @Actor
    public void two(I_Result r) {
      Integer i = m.get("a");
      r.r1 = i == null ? 0 : i;
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "0, 1", "1, 1"},
      because = "ConcurrentHashMap.replaceAll: entry by entry")
  public static class MapReplaceAll {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 0, 2, 0));

    @Actor
    public void one() {
      m.replaceAll((k, v) -> 1);
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = m.get(1);
      r.r2 = m.get(2);
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "ConcurrentHashMap.newKeySet().add is atomic")
  public static class KeySet {
    final Set<String> s = ConcurrentHashMap.newKeySet();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = s.add("a");
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = s.add("a");
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "0, 1", "1, 1"},
      because = "ConcurrentHashMap.keySet().removeAll: key by key")
  public static class RemoveAllKeys {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 1, 2, 2));

    @Actor
    public void one() {
      m.keySet().removeAll(List.of(1, 2));
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = m.containsKey(1) ? 1 : 0;
      r.r2 = m.containsKey(2) ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "2",
      because = "ConcurrentSkipListMap.size: not constant, and inaccurate if modified meanwhile")
  public static class SkipListSize {
    final ConcurrentSkipListMap<Integer, Integer> m = new ConcurrentSkipListMap<>(Map.of(1, 1));

    @Actor
    public void one() {
      m.remove(1);
      m.put(2, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "ConcurrentSkipListMap.pollFirstEntry removes and returns")
  public static class SkipListPoll {
    final ConcurrentSkipListMap<Integer, Integer> m =
        new ConcurrentSkipListMap<>(Map.of(1, 1, 2, 2));

    @Actor
    public void one(II_Result r) {
      r.r1 = m.pollFirstEntry().getKey();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = m.pollFirstEntry().getKey();
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "0, 1", "1, 1"},
      because = "ConcurrentSkipListSet.addAll: not atomic, in no order that is said")
  public static class SkipListAddAll {
    final ConcurrentSkipListSet<Integer> s = new ConcurrentSkipListSet<>();

    @Actor
    public void one() {
      s.addAll(List.of(1, 2));
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = s.contains(1) ? 1 : 0;
      r.r2 = s.contains(2) ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = {"0, 0", "0, 1", "1, 1"},
      torn = "1, 0",
      because = "ConcurrentLinkedQueue.addAll: not guaranteed to be atomic")
  public static class QueueAddAll {
    final Queue<Integer> q = new ConcurrentLinkedQueue<>();

    @Actor
    public void one() {
      q.addAll(List.of(1, 2));
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = q.poll() != null ? 1 : 0;
      r.r2 = q.poll() != null ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "ConcurrentLinkedQueue.poll is atomic")
  public static class QueuePoll {
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
      value = {"null, null", "null, 1", "1, null", "1, 1"},
      because = "ConcurrentLinkedDeque: moved from one end to the other in two steps")
  public static class DequeRotates {
    final ConcurrentLinkedDeque<Integer> d = new ConcurrentLinkedDeque<>(List.of(1));

    @Actor
    public void one() {
      Integer i = d.pollFirst();
      if (i != null) {
        d.addLast(i);
      }
    }

    @Actor
    public void two(LL_Result r) {
      r.r1 = String.valueOf(d.peekFirst());
      r.r2 = String.valueOf(d.peekLast());
    }
  }

  @State
  @Expect(value = "1", because = "CopyOnWriteArrayList.addIfAbsent is atomic")
  public static class AddIfAbsent {
    final CopyOnWriteArrayList<Integer> l = new CopyOnWriteArrayList<>();

    @Actor
    public void one() {
      l.addIfAbsent(1);
    }

    @Actor
    public void two() {
      l.addIfAbsent(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "out"},
      because = "CopyOnWriteArrayList: size and get are two calls")
  public static class SizeThenGet {
    final CopyOnWriteArrayList<Integer> l = new CopyOnWriteArrayList<>(List.of(1));

    @Actor
    public void one() {
      l.remove(0);
    }

    @Actor
    public void two(L_Result r) {
      try {
        r.r1 = l.size() == 0 ? "0" : String.valueOf(l.get(0));
      } catch (IndexOutOfBoundsException e) {
        r.r1 = "out";
      }
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "CopyOnWriteArrayList.forEach calls the action, which counts without a lock")
  public static class CowForEach {
    final List<Integer> l = new CopyOnWriteArrayList<>(List.of(1));
    int n;

    @Actor
    public void one() {
      l.forEach(i -> n++);
    }

    @Actor
    public void two() {
      l.forEach(i -> n++);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "CopyOnWriteArraySet.add is atomic")
  public static class CowSet {
    final Set<Integer> s = new CopyOnWriteArraySet<>();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = s.add(1);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = s.add(1);
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "LinkedBlockingQueue.drainTo: what is there at the time")
  public static class DrainTo {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>();

    @Actor
    public void one() {
      q.offer(1);
      q.offer(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = q.drainTo(new ArrayList<>());
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "SynchronousQueue.offer: false if nobody is waiting to receive")
  public static class SynchronousOffer {
    final SynchronousQueue<Integer> q = new SynchronousQueue<>();
    volatile boolean taken;

    @Actor
    public void one(Z_Result r) {
      r.r1 = q.offer(1);
    }

    @Actor
    public void two() throws InterruptedException {
      taken = q.poll(1, TimeUnit.MILLISECONDS) != null;
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      because = "DelayQueue.poll: null until the delay is over")
  public static class Delays {
    static class Item implements Delayed {
      final long due = System.nanoTime() + 1_000_000;

      @Override
      public long getDelay(TimeUnit unit) {
        return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
      }

      @Override
      public int compareTo(Delayed o) {
        return 0;
      }
    }

    final DelayQueue<Item> q = new DelayQueue<>();

    @Actor
    public void one() {
      q.offer(new Item());
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = q.poll() == null ? "null" : "1";
    }
  }

  @State
  @Expect(value = "11", because = "LongAdder.sum, when nobody adds any more")
  public static class AdderAtTheEnd {
    final LongAdder n = new LongAdder();

    @Actor
    public void one() {
      n.add(1);
    }

    @Actor
    public void two() {
      n.add(10);
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = n.sum();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "10", "11"},
      because = "LongAdder.sumThenReset is not atomic")
  public static class AdderReset {
    final LongAdder n = new LongAdder();

    @Actor
    public void one() {
      n.add(1);
    }

    @Actor
    public void two() {
      n.add(10);
    }

    @Actor
    public void three(J_Result r) {
      r.r1 = n.sumThenReset();
    }
  }

  @State
  @Expect(
      value = {"0", "5", "7"},
      because = "LongAccumulator.get is not an atomic snapshot")
  public static class Accumulator {
    final LongAccumulator n = new LongAccumulator(Long::max, 0);

    @Actor
    public void one() {
      n.accumulate(5);
    }

    @Actor
    public void two() {
      n.accumulate(7);
    }

    @Actor
    public void three(J_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "ConcurrentHashMap.equals: not atomic")
  public static class MapEquals {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 0));
    final Map<Integer, Integer> same = Map.of(1, 1);

    @Actor
    public void one() {
      m.put(1, 1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.equals(same);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Map.Entry of a ConcurrentHashMap's iterator: setValue puts")
  public static class EntryOfConcurrentMap {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 0));

    @Actor
    public void one() {
      m.entrySet().iterator().next().setValue(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.get(1);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because =
          "ConcurrentMap.merge calls the function, which counts without a lock, for other keys at once")
  public static class MergeCounts {
    final ConcurrentMap<String, Integer> m = new ConcurrentHashMap<>(Map.of("a", 0, "b", 0));
    int n;

    @Actor
    public void one() {
      m.merge("a", 1, (x, y) -> ++n);
    }

    @Actor
    public void two() {
      m.merge("b", 1, (x, y) -> ++n);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"false, 0", "false, 1", "true, 1"},
      mustProve = true,
      because = "java.util.concurrent.atomic: two atomics are two steps")
  public static class TwoAtomics {
    final AtomicBoolean a = new AtomicBoolean();
    final AtomicInteger b = new AtomicInteger();

    @Actor
    public void one() {
      b.set(1);
      a.set(true);
    }

    @Actor
    public void two(ZI_Result r) {
      r.r1 = a.get();
      r.r2 = b.get();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "AtomicStampedReference.compareAndSet is atomic")
  public static class Stamped {
    final AtomicStampedReference<String> ref = new AtomicStampedReference<>("a", 0);

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = ref.compareAndSet("a", "b", 0, 1);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = ref.compareAndSet("a", "c", 0, 1);
    }
  }

  @State
  @Expect(
      value = {"a 0", "b 1"},
      because = "AtomicStampedReference.get(int[]): both at once")
  public static class StampedPair {
    final AtomicStampedReference<String> ref = new AtomicStampedReference<>("a", 0);

    @Actor
    public void one() {
      ref.set("b", 1);
    }

    @Actor
    public void two(L_Result r) {
      int[] stamp = new int[1];
      String s = ref.get(stamp);
      r.r1 = s + " " + stamp[0];
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "AtomicMarkableReference.attemptMark is atomic")
  public static class Markable {
    final AtomicMarkableReference<String> ref = new AtomicMarkableReference<>("a", false);

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = ref.compareAndSet("a", "a", false, true);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = ref.compareAndSet("a", "a", false, true);
    }
  }
}
