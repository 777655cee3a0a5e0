package dev.safebank.explore.programs;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Tests that fail outside of their actors, and one that does not. */
public final class Troubles {

  private Troubles() {}

  /** The state's constructor throws. */
  @State
  public static class ConstructorThrows {
    public ConstructorThrows() {
      throw new IllegalStateException("as the test wants");
    }

    @Actor
    public void one() {}
  }

  /** The state's static initialiser throws. */
  @State
  public static class InitializerThrows {
    static final int N = Integer.parseInt("no number");

    @Actor
    public void one() {}
  }

  /** The arbiter throws. */
  @State
  public static class ArbiterThrows {
    @Actor
    public void one() {}

    @Arbiter
    public void end(I_Result r) {
      throw new IllegalStateException("as the test wants");
    }
  }

  /** Nothing is wrong with this one. */
  @State
  public static class Healthy {
    private int n;

    @Actor
    public synchronized void one(II_Result r) {
      r.r1 = ++n;
    }

    @Actor
    public synchronized void two(II_Result r) {
      r.r2 = ++n;
    }
  }
}
