package org.example;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.II_Result;

/** No test itself: those nested in it are. */
class CountersTest {

  @JCStressTest
  @Outcome(id = {"1, 2", "2, 1"}, expect = ACCEPTABLE, desc = "each gets a number of its own")
  @Outcome(expect = FORBIDDEN, desc = "both get the same number")
  @State
  public static class Locked {
    int n;

    @Actor
    public void first(II_Result r) {
      synchronized (this) {
        r.r1 = ++n;
      }
    }

    @Actor
    public void second(II_Result r) {
      synchronized (this) {
        r.r2 = ++n;
      }
    }
  }

  @JCStressTest
  @Outcome(id = {"1, 2", "2, 1"}, expect = ACCEPTABLE, desc = "each gets a number of its own")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "both get the same number")
  @State
  public static class Unlocked {
    volatile int n;

    @Actor
    public void first(II_Result r) {
      r.r1 = ++n;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = ++n;
    }
  }
}
