package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Whose monitor it is. */
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
public final class Monitors {

  private Monitors() {}

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "JLS 5.1.7: boxes of -128 to 127 are the same object")
  public static class BoxedInteger {
    int n;

    @Actor
    public void one() {
      synchronized (Integer.valueOf(1)) {
        n++;
      }
    }

    @Actor
    public void two() {
      Integer boxed = 1;
      synchronized (boxed) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "JLS 3.10.5: equal literals are the same String")
  public static class Literals {
    int n;

    static class Other {
      static final String LOCK = "safebank soundness lock";
    }

    @Actor
    public void one() {
      synchronized ("safebank soundness lock") {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (Other.LOCK) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "2", because = "String.intern: the same String")
  public static class Interned {
    int n;
    final String text = new String("safebank soundness interned");

    @Actor
    public void one() {
      synchronized (text.intern()) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized ("safebank soundness interned") {
        n++;
      }
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
      mustProve = true,
      because = "JLS 15.9: new makes a new object, with a monitor of its own")
  public static class NewEachTime {
    int n;

    @Actor
    public void one() {
      synchronized (new Object()) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (new Object()) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "JLS 15.8.2: one Class object for a class")
  public static class ClassObjects {
    int n;

    @Actor
    public void one() {
      synchronized (Monitors.class) {
        n++;
      }
    }

    @Actor
    public void two() {
      Class<?> c = Monitors.class;
      synchronized (c) {
        n++;
      }
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
      mustProve = true,
      because = "JLS 8.4.3.6: static and instance methods hold different monitors")
  public static class StaticAndInstance {
    static class Counter {
      static int n;

      static synchronized void byClass() {
        n++;
      }

      synchronized void byObject() {
        n++;
      }
    }

    final Counter c = new Counter();

    @Actor
    public void one() {
      Counter.byClass();
    }

    @Actor
    public void two() {
      c.byObject();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Counter.n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "Lock: acquiring an instance's monitor has nothing to do with its lock()")
  public static class MonitorOfLock {
    final ReentrantLock l = new ReentrantLock();
    int n;

    @Actor
    public void one() {
      synchronized (l) {
        n++;
      }
    }

    @Actor
    public void two() {
      l.lock();
      n++;
      l.unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "JLS 10.8: an array has a monitor as any object")
  public static class MonitorOfArray {
    final int[] a = new int[1];

    @Actor
    public void one() {
      synchronized (a) {
        a[0]++;
      }
    }

    @Actor
    public void two() {
      synchronized (a) {
        a[0]++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "JLS 15.27.2: this in a lambda is the enclosing object")
  public static class ThisInLambda {
    int n;
    final Runnable inc = () -> {
      synchronized (this) {
        n++;
      }
    };

    @Actor
    public void one() {
      inc.run();
    }

    @Actor
    public synchronized void two() {
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
      mustProve = true,
      because = "JLS 15.8.3: this in an anonymous class is another object")
  public static class ThisInAnonymous {
    int n;
    final Runnable inc = new Runnable() {
      @Override
      public void run() {
        synchronized (this) {
          n++;
        }
      }
    };

    @Actor
    public void one() {
      inc.run();
    }

    @Actor
    public synchronized void two() {
      n++;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "JLS 8.9: one object for each constant")
  public static class MonitorOfConstant {
    enum E {
      A
    }

    int n;

    @Actor
    public void one() {
      synchronized (E.A) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (E.valueOf("A")) {
        n++;
      }
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
      mustProve = true,
      because = "JLS 14.19: a lock that is replaced while it is held")
  public static class ReplacedLock {
    volatile Object lock = new Object();
    int n;

    @Actor
    public void one() {
      synchronized (lock) {
        lock = new Object();
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (lock) {
        n++;
      }
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
      mustProve = true,
      because =
          "Collections.unmodifiableList: a view is not the list, and has a monitor of its own")
  public static class MonitorOfView {
    final List<Integer> l = new ArrayList<>();
    final List<Integer> v = Collections.unmodifiableList(l);
    int n;

    @Actor
    public void one() {
      synchronized (l) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (v) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "2", because = "Collections.synchronizedMap: keySet() synchronizes on the map")
  public static class MonitorOfKeySet {
    final Map<Integer, Integer> m = Collections.synchronizedMap(new HashMap<>());
    int n;

    @Actor
    public void one() {
      synchronized (m) {
        n++;
        for (int i : m.keySet()) {
          n++;
        }
      }
    }

    @Actor
    public void two() {
      synchronized (m) {
        n++;
      }
      m.keySet().remove(1);
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
      mustProve = true,
      because = "Map.keySet: a view is not the map, and has a monitor of its own")
  public static class MonitorOfPlainKeySet {
    final Map<Integer, Integer> m = new HashMap<>();
    int n;

    @Actor
    public void one() {
      synchronized (m) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (m.keySet()) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "JLS 14.19: the monitor of a Thread object, which nobody joins")
  public static class MonitorOfThread {
    final Thread t = new Thread(() -> {});
    int n;

    @Actor
    public void one() {
      synchronized (t) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (t) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2", "STUCK"},
      mustProve = true,
      because =
          "JLS 17.2.2: of two who wait, notify wakes one; unless one wakes for no reason the other waits for ever")
  public static class NotifyOne {
    int waiting;
    int woken;
    final Object m = new Object();
    boolean go;

    @Actor
    public void one() throws InterruptedException {
      synchronized (m) {
        waiting++;
        if (!go) {
          m.wait();
        }
        woken++;
      }
    }

    @Actor
    public void two() throws InterruptedException {
      synchronized (m) {
        waiting++;
        if (!go) {
          m.wait();
        }
        woken++;
      }
    }

    @Actor
    public void three() {
      synchronized (m) {
        m.notify();
        if (waiting < 2) {
          go = true;
          m.notifyAll();
        }
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = woken;
    }
  }

  @State
  @Expect(
      value = "4",
      mustProve = true,
      because = "JLS 14.19: monitors nest, and are given back in the other order")
  public static class NestedInOrder {
    final Object a = new Object();
    final Object b = new Object();
    int n;

    void inc() {
      synchronized (a) {
        n++;
        synchronized (b) {
          synchronized (a) {
            n++;
          }
        }
      }
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
      value = {"3", "DEADLOCK"},
      mustProve = true,
      because = "JLS 17.1: three philosophers")
  public static class Philosophers {
    final Object a = new Object();
    final Object b = new Object();
    final Object c = new Object();
    final AtomicInteger n = new AtomicInteger();

    void eat(Object left, Object right) {
      synchronized (left) {
        synchronized (right) {
          n.incrementAndGet();
        }
      }
    }

    @Actor
    public void one() {
      eat(a, b);
    }

    @Actor
    public void two() {
      eat(b, c);
    }

    @Actor
    public void three() {
      eat(c, a);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }
}
