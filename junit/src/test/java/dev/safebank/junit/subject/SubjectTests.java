package dev.safebank.junit.subject;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Tests that are nested in a class that is none. */
public final class SubjectTests {

  private SubjectTests() {}

  /** Right, and proved so. */
  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = ACCEPTABLE)
  @Outcome(id = "1, 1", expect = FORBIDDEN)
  @State
  public static class RightCounter {

    private final AtomicInteger n = new AtomicInteger();

    @Actor
    public void first(II_Result r) {
      r.r1 = n.incrementAndGet();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = n.incrementAndGet();
    }
  }

  /** Declares too little. */
  @JCStressTest
  @Outcome(id = "1, 2", expect = ACCEPTABLE)
  @State
  public static class Undeclared extends RightCounter {

    @Override
    @Actor
    public void first(II_Result r) {
      super.first(r);
    }

    @Override
    @Actor
    public void second(II_Result r) {
      super.second(r);
    }
  }

  /** Its plain field races. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE)
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "out of thin air")
  @State
  public static class Racy {

    private int n;

    @Actor
    public void writer() {
      n = 1;
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = n;
    }
  }

  /** Deadlocks, and accepts any result. */
  @JCStressTest
  @Outcome(id = ".*", expect = ACCEPTABLE)
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class Deadlock {

    private final Object a = new Object();
    private final Object b = new Object();
    private int n;

    @Actor
    public void forth() {
      synchronized (a) {
        synchronized (b) {
          n++;
        }
      }
    }

    @Actor
    public void back() {
      synchronized (b) {
        synchronized (a) {
          n++;
        }
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  /** Does what the explorer does not control. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Uncontrolled {

    @Actor
    public void one(I_Result r) throws Exception {
      var pool = Executors.newSingleThreadExecutor();
      try {
        r.r1 = pool.submit(() -> 1).get();
      } finally {
        pool.shutdown();
      }
    }

    @Actor
    public void two() {}
  }

  /** Outcomes that several tests share. */
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  public static final class SharedOutcomes {

    private SharedOutcomes() {}
  }

  /** Takes its outcomes from elsewhere. */
  @JCStressTest
  @JCStressMeta(SharedOutcomes.class)
  @State
  public static class WithMeta {

    private final AtomicInteger n = new AtomicInteger();

    @Actor
    public void first(II_Result r) {
      r.r1 = n.incrementAndGet();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = n.incrementAndGet();
    }
  }

  /** No test either, and further out. */
  @Tag("further")
  public static final class Further {

    private Further() {}

    /** Nested twice, and wrong. */
    @JCStressTest
    @Outcome(
        id = {"1, 2", "2, 1"},
        expect = ACCEPTABLE)
    @Outcome(id = "1, 1", expect = FORBIDDEN)
    @State
    public static class Deep {

      private volatile int n;

      @Actor
      @SuppressWarnings("NonAtomicVolatileUpdate") // the fault that is to be found
      public void first(II_Result r) {
        r.r1 = ++n;
      }

      @Actor
      @SuppressWarnings("NonAtomicVolatileUpdate") // the fault that is to be found
      public void second(II_Result r) {
        r.r2 = ++n;
      }
    }
  }

  /** Cannot be created. */
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class NoConstructor {

    /** Takes what jcstress does not give. */
    public NoConstructor(int n) {}

    @Actor
    public void one() {}

    @Actor
    public void two() {}
  }
}
