package dev.safebank.stress.run;

import dev.safebank.stress.watch.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** jcstress tests that are no cells: one for each way that a fork can end. */
public final class TinyStressTests {

  private TinyStressTests() {}

  /** Runs to its end. */
  @JCStressTest
  @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE)
  @State
  public static class Counts {

    @Actor
    public void one(II_Result r) {
      r.r1 = 1;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = 2;
    }
  }

  /** Ends as a fork does that its watchdog gave up on, in the middle of a line. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Halts {

    static {
      try {
        Files.writeString(
            Path.of(System.getProperty("safebank.blockages")),
            "{\"kind\":\"DEADLOCK\",\"threads\":[]}\n{\"kind\":\"STUCK\",\"threads\":[]}\n{\"kind\":");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      Runtime.getRuntime().halt(Watchdog.HALTED);
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = 1;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = 2;
    }
  }

  /** Dies. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Dies {

    static {
      System.err.println("dying");
      Runtime.getRuntime().halt(3);
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = 1;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = 2;
    }
  }

  /** Never ends, and no watchdog guards it. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Hangs {

    @Actor
    public void one(II_Result r) {
      while (r.r1 == 0) {
        LockSupport.park(this);
      }
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = 2;
    }
  }

  /** Its actor throws. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Throws {

    @Actor
    public void one(II_Result r) {
      r.r1 = 1;
    }

    @Actor
    public void other(II_Result r) {
      throw new IllegalStateException("the actor threw");
    }
  }
}
