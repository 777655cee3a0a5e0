package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Final fields of an object that others see before its constructor is done (JLS 17.5). */
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
public final class FinalFields {

  private FinalFields() {}

  @State
  @Expect(
      value = {"-1", "0", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.5: no guarantee if the reference escapes in the constructor; 17.4.5")
  public static class FinalEscape {
    static class Box {
      final int x;

      Box(FinalEscape s) {
        s.box = this;
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
      Box b = box;
      r.r1 = b == null ? -1 : b.x;
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.5: the superclass's constructor hands it out; 12.5: before x is set")
  public static class FinalEscapeSub {
    static class Registered {
      Registered(FinalEscapeSub s) {
        s.box = this;
      }

      int x() {
        return -2;
      }
    }

    static class Box extends Registered {
      final int x;

      Box(FinalEscapeSub s) {
        super(s);
        x = 42;
      }

      @Override
      int x() {
        return x;
      }
    }

    volatile Registered box;

    @Actor
    public void one() {
      new Box(this);
    }

    @Actor
    public void two(I_Result r) {
      Registered b = box;
      r.r1 = b == null ? -1 : b.x();
    }
  }

  @State
  @Expect(
      value = {"-1", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.5: no escape: the final field is right, though the reference races")
  public static class PublishedByRace {
    static class Box {
      final int x;

      Box() {
        x = 42;
      }
    }

    Box box;

    @Actor
    public void one() {
      box = new Box();
    }

    @Actor
    public void two(I_Result r) {
      Box b = box;
      r.r1 = b == null ? -1 : b.x;
    }
  }

  @State
  @Expect(
      value = {"-1", "42"},
      mustProve = true,
      because = "JLS 17.4.5: published by a volatile field, after the constructor")
  public static class PublishedByVolatile {
    static class Box {
      final int x;
      int y;

      Box() {
        x = 40;
        y = 2;
      }
    }

    volatile Box box;

    @Actor
    public void one() {
      box = new Box();
    }

    @Actor
    public void two(I_Result r) {
      Box b = box;
      r.r1 = b == null ? -1 : b.x + b.y;
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.5: a lambda that captures this hands it out")
  public static class EscapeByLambda {
    static class Box {
      final int x;

      Box(EscapeByLambda s) {
        IntSupplier reader = () -> read();
        s.reader = reader;
        x = 42;
      }

      private int read() {
        return x;
      }
    }

    volatile IntSupplier reader;

    @Actor
    public void one() {
      new Box(this);
    }

    @Actor
    public void two(I_Result r) {
      IntSupplier f = reader;
      r.r1 = f == null ? -1 : f.getAsInt();
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.5: registered in a list by its constructor")
  public static class EscapeByList {
    static class Box {
      final int x;

      Box(List<Box> all) {
        synchronized (all) {
          all.add(this);
        }
        x = 42;
      }
    }

    final List<Box> all = new ArrayList<>();

    @Actor
    public void one() {
      new Box(all);
    }

    @Actor
    public void two(I_Result r) {
      Box b;
      synchronized (all) {
        b = all.isEmpty() ? null : all.get(0);
      }
      r.r1 = b == null ? -1 : b.x;
    }
  }

  @State
  @Expect(
      value = {"0", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.5: a thread that the constructor starts sees the object before it is done")
  public static class EscapeByThread {
    static class Box {
      final int x;
      Thread t;

      Box(EscapeByThread s) {
        t = new Thread(() -> s.seen = read());
        t.start();
        x = 42;
      }

      private int read() {
        return x;
      }
    }

    volatile int seen;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      new Box(this).t.join();
      r.r1 = seen;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"-1", "0", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because =
          "JLS 12.5: the superclass's constructor calls a method of the subclass, which hands it out")
  public static class EscapeByOverride {
    static class Base {
      Base(EscapeByOverride s) {
        register(s);
      }

      void register(EscapeByOverride s) {}
    }

    static class Box extends Base {
      final int x;

      Box(EscapeByOverride s) {
        super(s);
        x = 42;
      }

      @Override
      void register(EscapeByOverride s) {
        s.box = this;
      }
    }

    volatile Box box;

    @Actor
    public void one() {
      new Box(this);
    }

    @Actor
    public void two(I_Result r) {
      Box b = box;
      r.r1 = b == null ? -1 : b.x;
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.5: an object of an inner class carries the outer one")
  public static class EscapeByInner {
    static class Box {
      final int x;

      class View {
        int get() {
          return x;
        }
      }

      Box(EscapeByInner s) {
        s.view = new View();
        x = 42;
      }
    }

    volatile Box.View view;

    @Actor
    public void one() {
      new Box(this);
    }

    @Actor
    public void two(I_Result r) {
      Box.View v = view;
      r.r1 = v == null ? -1 : v.get();
    }
  }

  @State
  @Expect(
      value = {"-1", "42"},
      mustProve = true,
      because = "JLS 17.4.5: it escapes, but reader and constructor hold the same monitor")
  public static class EscapeUnderMonitor {
    static class Box {
      final int x;

      Box(EscapeUnderMonitor s) {
        s.box = this;
        x = 42;
      }
    }

    Box box;

    @Actor
    public synchronized void one() {
      new Box(this);
    }

    @Actor
    public synchronized void two(I_Result r) {
      r.r1 = box == null ? -1 : box.x;
    }
  }

  @State
  @Expect(
      value = {"-1", "0"},
      mustProve = true,
      because =
          "JLS 12.5, 4.12.5: the constructor fails before it sets the field; the default value is there from the start (17.4.4)")
  public static class EscapeAndFail {
    static class Box {
      final int x;

      Box(EscapeAndFail s) {
        s.box = this;
        if (s.fail) {
          throw new IllegalStateException("as the program wants");
        }
        x = 42;
      }
    }

    final boolean fail = Boolean.parseBoolean("true");
    volatile Box box;

    @Actor
    public void one() {
      try {
        new Box(this);
      } catch (IllegalStateException e) {
      }
    }

    @Actor
    public void two(I_Result r) {
      Box b = box;
      r.r1 = b == null ? -1 : b.x;
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: the elements of a final array are set after it has escaped")
  public static class EscapeOfArray {
    static class Box {
      final int[] x = new int[1];

      Box(EscapeOfArray s) {
        s.box = this;
        x[0] = 42;
      }
    }

    volatile Box box;

    @Actor
    public void one() {
      new Box(this);
    }

    @Actor
    public void two(I_Result r) {
      Box b = box;
      r.r1 = b == null ? -1 : b.x[0];
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "7"},
      races = Expect.Races.SOME,
      because = "Field.set, on a final field (JLS 17.5.3)")
  public static class FinalByReflection {
    static class Box {
      final int x;

      Box(int x) {
        this.x = x;
      }
    }

    volatile Box box;

    @Actor
    public void one() throws ReflectiveOperationException {
      Box b = new Box(0);
      box = b;
      Field f = Box.class.getDeclaredField("x");
      f.setAccessible(true);
      f.setInt(b, 7);
    }

    @Actor
    public void two(I_Result r) {
      Box b = box;
      r.r1 = b == null ? -1 : b.x;
    }
  }

  @State
  @Expect(
      value = {"-1", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because =
          "JLS 17.5: what a final field leads to is seen as it was when the constructor ended")
  public static class FinalLeadsToPlain {
    static class Inner {
      int x;

      Inner(int x) {
        this.x = x;
      }
    }

    static class Box {
      final Inner inner;

      Box() {
        inner = new Inner(42);
      }
    }

    Box box;

    @Actor
    public void one() {
      box = new Box();
    }

    @Actor
    public void two(I_Result r) {
      Box b = box;
      r.r1 = b == null ? -1 : b.inner.x;
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "42"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.5: handed out by an instance initialiser, before the field's own")
  public static class EscapeByInitialiser {
    class Box {
      {
        box = this;
      }

      final int x = Integer.parseInt("42");
    }

    volatile Box box;

    @Actor
    public void one() {
      new Box();
    }

    @Actor
    public void two(I_Result r) {
      Box b = box;
      r.r1 = b == null ? -1 : b.x;
    }
  }
}
