package dev.safebank.explore.programs;

import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Programs that get at final fields before, or after, they are frozen (JLS 17.5). */
@SuppressWarnings({"SameNameButDifferent", "StaticAssignmentInConstructor"}) // What it is about.
public final class FinalFields {

  private FinalFields() {}

  /** {@code this} is stored before the field is set. */
  @State
  public static class Stored {
    static class Box {
      final int x;

      Box(Stored state) {
        state.box = this;
        x = 42;
      }
    }

    volatile Box box;

    @Actor
    public void one() {
      new Box(this);
    }

    @Actor
    public void two(I_Result r) {
      Box seen = box;
      r.r1 = seen == null ? -1 : seen.x;
    }
  }

  /** A superclass passes {@code this} on before the subclass sets its field. */
  @State
  public static class PassedOnBySuperclass {
    static class Registered {
      Registered(PassedOnBySuperclass state) {
        register(state);
      }

      private void register(PassedOnBySuperclass state) {
        state.registered = this;
      }
    }

    static class Box extends Registered {
      final int x;

      Box(PassedOnBySuperclass state) {
        super(state);
        x = 42;
      }
    }

    volatile Registered registered;

    @Actor
    public void one() {
      new Box(this);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = registered instanceof Box box ? box.x : -1;
    }
  }

  /** A lambda captures {@code this}. */
  @State
  public static class Captured {
    static class Box {
      final int x;

      Box(Captured state) {
        Box self = this;
        state.reader = () -> self.x;
        x = 42;
      }
    }

    volatile IntSupplier reader;

    @Actor
    public void one() {
      new Box(this);
    }

    @Actor
    public void two(I_Result r) {
      IntSupplier seen = reader;
      r.r1 = seen == null ? -1 : seen.getAsInt();
    }
  }

  /** {@code this} goes by way of a conditional expression into a static field. */
  @State
  public static class ByCondition {
    static volatile Object shared;

    record Box(int x, int y) {
      Box {
        Object other = y > 0 ? this : "nothing";
        shared = other;
      }
    }

    @Actor
    public void one() {
      new Box(42, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = shared instanceof Box box ? box.x : -1;
    }
  }

  /** An overridden method is called in the constructor. */
  @State
  public static class Overridden {
    abstract static class Base {
      final int x;

      Base() {
        publish();
        x = 42;
      }

      abstract void publish();
    }

    volatile Base base;

    @Actor
    public void one() {
      new Base() {
        @Override
        void publish() {
          base = this;
        }
      };
    }

    @Actor
    public void two(I_Result r) {
      Base seen = base;
      r.r1 = seen == null ? -1 : seen.x;
    }
  }

  /** Nothing escapes: even a race for the reference shows the field as it was set. */
  @State
  public static class Frozen {
    static class Box {
      final int x;
      final Box itself;

      Box() {
        itself = this;
        x = twice(21);
      }

      private int twice(int n) {
        return 2 * n;
      }
    }

    Box box;

    @Actor
    public void one() {
      box = new Box();
    }

    @Actor
    public void two(I_Result r) {
      Box seen = box;
      r.r1 = seen == null ? -1 : seen.itself.x;
    }
  }
}
