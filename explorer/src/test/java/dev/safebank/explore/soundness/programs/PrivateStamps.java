package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.J_Result;

/** Stamps that are kept in private fields, which show their numbers or do not. */
public final class PrivateStamps {

  private PrivateStamps() {}

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "StampedLock.writeLock: the stamp goes to unlockWrite alone, by way of a field")
  public static class Kept {
    private final StampedLock lock = new StampedLock();
    private long stamp;
    private int count;

    private int next() {
      long taken = lock.writeLock();
      stamp = taken;
      int now = ++count;
      long given = stamp;
      if (given != 0) {
        lock.unlockWrite(given);
      }
      return now;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = next();
    }
  }

  @State
  @Expect(
      value = {"1", "256"},
      mayAlso = {"*"},
      because = "StampedLock.writeLock: a stamp; which number is not said")
  public static class Shown {
    private final StampedLock lock = new StampedLock();
    private long stamp;

    @Actor
    public void one(J_Result r) {
      stamp = lock.writeLock();
      r.r1 = stamp;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "256"},
      mayAlso = {"*"},
      because = "StampedLock.writeLock: a stamp; which number is not said")
  public static class ShownByWayOfAnotherField {
    private final StampedLock lock = new StampedLock();
    private long stamp;
    private long copy;

    @Actor
    public void one(J_Result r) {
      stamp = lock.writeLock();
      copy = stamp;
      r.r1 = copy;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "256"},
      mayAlso = {"*"},
      because = "StampedLock.writeLock: a stamp; which number is not said")
  public static class ShownByAnotherClassOfTheNest {
    private final StampedLock lock = new StampedLock();
    private long stamp;

    private static class Spy {
      long look(ShownByAnotherClassOfTheNest at) {
        return at.stamp;
      }
    }

    @Actor
    public void one(J_Result r) {
      stamp = lock.writeLock();
      r.r1 = new Spy().look(this);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "StampedLock.writeLock: a stamp; whether its number is even is not said")
  public static class CalculatedWith {
    private final StampedLock lock = new StampedLock();
    private long stamp;

    @Actor
    public void one(J_Result r) {
      stamp = lock.writeLock();
      r.r1 = stamp & 1;
    }

    @Actor
    public void two() {}
  }
}
