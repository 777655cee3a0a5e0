package org.example;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.II_Result;

/** Right, and proved so. */
@JCStressTest
@Outcome(id = {"1, 2", "2, 1"}, expect = ACCEPTABLE, desc = "each gets a number of its own")
@Outcome(id = "1, 1", expect = FORBIDDEN, desc = "both get the same number")
@State
public class AtomicCounterTest {
  final AtomicInteger n = new AtomicInteger();

  @Actor
  public void first(II_Result r) {
    r.r1 = n.incrementAndGet();
  }

  @Actor
  public void second(II_Result r) {
    r.r2 = n.incrementAndGet();
  }
}
