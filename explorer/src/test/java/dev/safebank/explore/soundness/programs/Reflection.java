package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Reflection and method handles: they access what they name. */
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
public final class Reflection {

  private Reflection() {}

  private static Field field(Class<?> type, String name) {
    try {
      Field f = type.getDeclaredField(name);
      f.setAccessible(true);
      return f;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Method method(Class<?> type, String name) {
    try {
      Method m = type.getDeclaredMethod(name);
      m.setAccessible(true);
      return m;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Field.getInt reads the field")
  public static class FieldGet {
    int n;
    final Field f = field(FieldGet.class, "n");

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) throws IllegalAccessException {
      r.r1 = f.getInt(this);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Field.setInt writes the field, which is volatile")
  public static class FieldSetVolatile {
    volatile int n;
    final Field f = field(FieldSetVolatile.class, "n");

    @Actor
    public void one() throws IllegalAccessException {
      f.setInt(this, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Method.invoke calls the method, which counts without a lock")
  public static class MethodInvoke {
    int n;
    final Method m = method(MethodInvoke.class, "count");

    void count() {
      n++;
    }

    @Actor
    public void one() throws ReflectiveOperationException {
      m.invoke(this);
    }

    @Actor
    public void two() throws ReflectiveOperationException {
      m.invoke(this);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "2", because = "Method.invoke calls the method, which is synchronized")
  public static class InvokeSynchronized {
    int n;
    final Method m = method(InvokeSynchronized.class, "count");

    synchronized void count() {
      n++;
    }

    @Actor
    public void one() throws ReflectiveOperationException {
      m.invoke(this);
    }

    @Actor
    public void two() {
      count();
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
      because = "MethodHandle.invokeExact calls the method, which counts without a lock")
  public static class HandleInvoke {
    int n;
    final MethodHandle h = handle();

    void count() {
      n++;
    }

    static MethodHandle handle() {
      try {
        return MethodHandles.lookup()
            .findVirtual(HandleInvoke.class, "count", MethodType.methodType(void.class));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    @Actor
    public void one() throws Throwable {
      h.invokeExact(this);
    }

    @Actor
    public void two() throws Throwable {
      h.invokeExact(this);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "a MethodHandle that sets a field writes it")
  public static class HandleSetter {
    int n;
    final MethodHandle h = handle();

    static MethodHandle handle() {
      try {
        return MethodHandles.lookup().findSetter(HandleSetter.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    @Actor
    public void one() throws Throwable {
      h.invokeExact(this, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "MethodHandles.arrayElementSetter writes the element")
  public static class HandleOfElement {
    final int[] a = new int[1];
    final MethodHandle h = MethodHandles.arrayElementSetter(int[].class);

    @Actor
    public void one() throws Throwable {
      h.invokeExact(a, 0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "VarHandle.toMethodHandle: the same access")
  public static class HandleOfVarHandle {
    volatile int n;
    static final MethodHandle CAS = handle();

    static MethodHandle handle() {
      try {
        return MethodHandles.lookup()
            .findVarHandle(HandleOfVarHandle.class, "n", int.class)
            .toMethodHandle(VarHandle.AccessMode.COMPARE_AND_SET);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    @Actor
    public void one(ZZ_Result r) throws Throwable {
      r.r1 = (boolean) CAS.invokeExact(this, 0, 1);
    }

    @Actor
    public void two(ZZ_Result r) throws Throwable {
      r.r2 = (boolean) CAS.invokeExact(this, 0, 2);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Constructor.newInstance calls the constructor, which counts without a lock")
  public static class NewInstance {
    int n;

    public static class Counted {
      public Counted(NewInstance s) {
        s.n++;
      }
    }

    void make() throws ReflectiveOperationException {
      Counted.class.getConstructor(NewInstance.class).newInstance(this);
    }

    @Actor
    public void one() throws ReflectiveOperationException {
      make();
    }

    @Actor
    public void two() throws ReflectiveOperationException {
      make();
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
      because = "Proxy: its methods call the handler, which counts without a lock")
  public static class DynamicProxy {
    int n;
    final Runnable p = (Runnable) java.lang.reflect.Proxy.newProxyInstance(
        DynamicProxy.class.getClassLoader(), new Class<?>[] {Runnable.class}, (proxy, m, args) -> {
          n++;
          return null;
        });

    @Actor
    public void one() {
      p.run();
    }

    @Actor
    public void two() {
      p.run();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "VarHandle of elements, plain, and the array itself: one location")
  public static class ElementHandle {
    static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(int[].class);
    final int[] a = new int[2];

    @Actor
    public void one() {
      ELEMENTS.set(a, 1, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[1];
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "JLS 15.13: a reference to a constructor, which counts without a lock")
  public static class ConstructorReference {
    int n;

    class Counted {
      Counted() {
        n++;
      }
    }

    final Supplier<Counted> s = Counted::new;

    @Actor
    public void one() {
      s.get();
    }

    @Actor
    public void two() {
      s.get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }
}
