package dev.safebank.junit.subject;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.junit.jupiter.api.Tag;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A volatile counter that loses an update. */
@JCStressTest
@Outcome(
    id = {"1, 2", "2, 1"},
    expect = ACCEPTABLE,
    desc = "one after the other")
@Outcome(id = "1, 1", expect = FORBIDDEN, desc = "lost update")
@Outcome(id = "2, 2", expect = ACCEPTABLE_INTERESTING, desc = "cannot be")
@State
@Tag("counter")
public class LostUpdateTest {

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
