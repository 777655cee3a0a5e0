package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Class initialisation: when first used, in that execution's order, under its own lock (JLS 12.4).
 */
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
public final class ClassInitialisation {

  private ClassInitialisation() {}

  @State
  @Expect(
      value = {"1, 2", "2, 1", "DEADLOCK|STUCK"},
      mustProve = true,
      because = "JLS 12.4.2 step 2: each waits for the other's initialisation")
  public static class InitDeadlock {
    static class A2 {
      static int[] x = {1};
      static int v = B2.w + 1;
    }

    static class B2 {
      static int[] x = {1};
      static int w = A2.v + 1;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = A2.v;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = B2.w;
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      mustProve = true,
      because = "JLS 12.4.1: Holder is initialised when first used, before or after setting is set")
  public static class HolderReadsSetting {
    static volatile int setting = 0;

    static class Holder {
      static final int VALUE = setting;
    }

    @Actor
    public void one() {
      setting = 5;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Holder.VALUE;
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      mustProve = true,
      because = "JLS 12.4.1: as HolderReadsSetting, with an object")
  public static class HolderReadsSettingObject {
    static volatile int setting;

    static class Config {
      final int value;

      Config(int value) {
        this.value = value;
      }
    }

    static class Holder {
      static final Config CONFIG = new Config(setting);
    }

    @Actor
    public void one() {
      setting = 5;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Holder.CONFIG.value;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 12.4.1: the classes are initialised in the order of their first uses")
  public static class InitOrder {
    static final AtomicInteger COUNT = new AtomicInteger();

    static class First {
      static final int N = COUNT.incrementAndGet();
    }

    static class Second {
      static final int N = COUNT.incrementAndGet();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = First.N;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Second.N;
    }
  }

  @State
  @Expect(
      value = {"1, 1", "DEADLOCK|STUCK"},
      mustProve = true,
      because =
          "JLS 12.4.2: the initialiser runs in the thread that uses the class first; others wait for it, whatever they hold")
  public static class InitAndLock {
    static final Object LOCK = new Object();

    static class Holder {
      static int n;

      static {
        synchronized (LOCK) {
          n = 1;
        }
      }
    }

    @Actor
    public void one(II_Result r) {
      synchronized (LOCK) {
        r.r1 = Holder.n;
      }
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Holder.n;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because =
          "JLS 12.4.2 steps 5, 11: the first use throws ExceptionInInitializerError, any other NoClassDefFoundError")
  public static class FailingInit {
    static class Bad {
      static int n = fail();

      static int fail() {
        throw new IllegalStateException("as the program wants");
      }
    }

    static int use() {
      try {
        return Bad.n;
      } catch (ExceptionInInitializerError e) {
        return 1;
      } catch (NoClassDefFoundError e) {
        return 2;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = use();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = use();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "Object.hashCode: the same whenever it is asked for")
  public static class InitHashes {
    static class Holder {
      static final Object KEY = new Object();
      static final int HASH = KEY.hashCode();
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = Holder.HASH == Holder.KEY.hashCode() ? 1 : 0;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "0",
      mustProve = true,
      because = "JLS 12.4.1: creating an array does not initialise the element's class")
  public static class ArrayDoesNotInit {
    static final AtomicInteger COUNT = new AtomicInteger();

    static class K {
      static {
        COUNT.incrementAndGet();
      }
    }

    volatile Object a;

    @Actor
    public void one() {
      a = new K[1];
    }

    @Actor
    public void two() {
      a = null;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = COUNT.get();
    }
  }

  @State
  @Expect(
      value = "5, 0",
      mustProve = true,
      because = "JLS 12.4.1, 4.12.4: a constant variable does not initialise its class")
  public static class ConstantDoesNotInit {
    static final AtomicInteger COUNT = new AtomicInteger();

    static class K {
      static final int C = 5;

      static {
        COUNT.incrementAndGet();
      }
    }

    volatile int n;

    @Actor
    public void one() {
      n = K.C;
    }

    @Actor
    public void two() {
      n = K.C;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = n;
      r.r2 = COUNT.get();
    }
  }

  @State
  @Expect(value = "0", because = "JLS 12.4.1: a class literal does not initialise the class")
  public static class LiteralDoesNotInit {
    static final AtomicInteger COUNT = new AtomicInteger();

    static class K {
      static {
        COUNT.incrementAndGet();
      }
    }

    volatile int n;

    @Actor
    public void one() {
      n = K.class.getName().length();
    }

    @Actor
    public void two() {
      n = 1;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = COUNT.get();
    }
  }

  @State
  @Expect(value = "1", because = "Class.forName(String): initialises the class")
  public static class ForNameInits {
    static final AtomicInteger COUNT = new AtomicInteger();

    static class K {
      static {
        COUNT.incrementAndGet();
      }
    }

    @Actor
    public void one() throws ClassNotFoundException {
      Class.forName(K.class.getName());
    }

    @Actor
    public void two() throws ClassNotFoundException {
      Class.forName(K.class.getName());
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = COUNT.get();
    }
  }

  @State
  @Expect(
      value = {"1, 1"},
      because = "Constructor.newInstance: initialises the class (JLS 12.4.1)")
  public static class ReflectionInits {
    static final AtomicInteger COUNT = new AtomicInteger();

    public static class K {
      static {
        COUNT.incrementAndGet();
      }

      public K() {}
    }

    @Actor
    public void one(II_Result r) throws ReflectiveOperationException {
      K.class.getConstructor().newInstance();
      r.r1 = COUNT.get();
    }

    @Actor
    public void two(II_Result r) {
      new K();
      r.r2 = COUNT.get();
    }
  }

  @State
  @Expect(
      value = {"base sub "},
      mustProve = true,
      because = "JLS 12.4.1: the superclass first")
  public static class SuperclassFirst {
    static volatile String log = "";

    static synchronized void log(String s) {
      log = log.concat(s);
    }

    static class Base {
      static {
        log("base ");
      }
    }

    static class Sub extends Base {
      static {
        log("sub ");
      }

      static void touch() {}
    }

    @Actor
    public void one() {
      Sub.touch();
    }

    @Actor
    public void two() {
      Sub.touch();
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = log;
    }
  }

  @State
  @Expect(
      value = {"base sub ", "sub base "},
      mustProve = true,
      because =
          "JLS 12.4.1: a superinterface without default methods is initialised when a field of it is used, not with the class")
  public static class SuperinterfaceLater {
    static volatile String log = "";

    static synchronized int log(String s) {
      log = log.concat(s);
      return 1;
    }

    interface Base {
      int N = log("base ");
    }

    static class Sub implements Base {
      static int m = log("sub ");
    }

    volatile int seen;

    @Actor
    public void one() {
      seen = Sub.m;
    }

    @Actor
    public void two() {
      seen = Sub.N;
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = log;
    }
  }

  @State
  @Expect(
      value = "base 7",
      mustProve = true,
      because =
          "JLS 12.4.1: a static field used through a subclass initialises only the class that declares it")
  public static class FieldOfSuperclass {
    static volatile String log = "";

    static synchronized void log(String s) {
      log = log.concat(s);
    }

    static class Base {
      static volatile int n = 7;

      static {
        log("base ");
      }
    }

    static class Sub extends Base {
      static {
        log("sub ");
      }
    }

    volatile int seen;

    @Actor
    public void one() {
      seen = Sub.n;
    }

    @Actor
    public void two() {
      Sub.n = 7;
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = log + seen;
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: the initialiser reads what the other writes")
  public static class InitReadsRacy {
    static int setting;

    static class Holder {
      static final int VALUE = setting;
    }

    @Actor
    public void one() {
      setting = 5;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Holder.VALUE;
    }
  }

  @State
  @Expect(
      value = "7, 7",
      mustProve = true,
      because = "JLS 12.4.2: the initialisation lock orders: the holder idiom")
  public static class HolderIdiom {
    static class Service {
      int n = 7;
    }

    static class Holder {
      static final Service SERVICE = new Service();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Holder.SERVICE.n;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Holder.SERVICE.n;
    }
  }

  @State
  @Expect(
      value = {"7", "8"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: what is written after initialisation is ordered by nothing")
  public static class WrittenAfterInit {
    static class Holder {
      static int n = 7;
    }

    @Actor
    public void one() {
      Holder.n = 8;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Holder.n;
    }
  }

  @State
  @Expect(
      value = "1, 2",
      mustProve = true,
      because =
          "JLS 12.4.2 steps 5, 11: the first use throws ExceptionInInitializerError, the next NoClassDefFoundError")
  public static class FailingInitTwice {
    static class Bad {
      static int n = fail();

      static int fail() {
        throw new IllegalStateException("as the program wants");
      }
    }

    static int use() {
      try {
        return Bad.n;
      } catch (ExceptionInInitializerError e) {
        return 1;
      } catch (NoClassDefFoundError e) {
        return 2;
      }
    }

    volatile int n;

    @Actor
    public void one(II_Result r) {
      r.r1 = use();
      n = 1;
      r.r2 = use();
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "JLS 12.4.2 step 11: fails in that order of the actors only")
  public static class FailingInitSometimes {
    static volatile boolean broken;

    static class Fickle {
      static int n = check();

      static int check() {
        if (broken) {
          throw new IllegalStateException("as the program wants");
        }
        return 0;
      }
    }

    @Actor
    public void one() {
      broken = true;
    }

    @Actor
    public void two(I_Result r) {
      try {
        r.r1 = Fickle.n;
      } catch (ExceptionInInitializerError e) {
        r.r1 = 1;
      }
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "JLS 12.4.2 step 11: what the initialiser did before it failed is done")
  public static class FailingInitHasEffects {
    static final AtomicInteger COUNT = new AtomicInteger();

    static class Bad {
      static {
        COUNT.incrementAndGet();
        if (COUNT.get() > 0) {
          throw new IllegalStateException("as the program wants");
        }
      }

      static void touch() {}
    }

    static void use() {
      try {
        Bad.touch();
      } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      }
    }

    @Actor
    public void one() {
      use();
    }

    @Actor
    public void two() {
      use();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = COUNT.get();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "JLS 12.4.2: the initialiser waits in the thread that uses the class")
  public static class InitAwaits {
    static final CountDownLatch READY = new CountDownLatch(1);

    static class Holder {
      static int n;

      static {
        try {
          READY.await();
        } catch (InterruptedException e) {
        }
        n = 1;
      }
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = Holder.n;
    }

    @Actor
    public void two() {
      READY.countDown();
    }
  }

  @State
  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      mustProve = true,
      because = "JLS 12.4.2 step 2: the other waits for the initialisation before it counts down")
  public static class InitAwaitsUser {
    static final CountDownLatch READY = new CountDownLatch(1);
    static volatile boolean early;

    static class Holder {
      static int n;

      static {
        if (!early) {
          try {
            READY.await();
          } catch (InterruptedException e) {
          }
        }
        n = 1;
      }

      static void touch() {}
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = Holder.n;
    }

    @Actor
    public void two() {
      early = true;
      Holder.touch();
      READY.countDown();
    }
  }

  @State
  @Expect(
      value = "DEADLOCK|STUCK",
      mustProve = true,
      because =
          "JLS 12.4.2 step 2: the child waits for the class that its parent initialises, which waits for the child")
  public static class InitJoinsChild {
    static class Holder {
      static int n;

      static {
        Thread t = new Thread(() -> n = 1);
        t.start();
        try {
          t.join();
        } catch (InterruptedException e) {
        }
      }
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = Holder.n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "3, 1",
      mustProve = true,
      because =
          "JLS 12.4.2 step 3: a recursive request by the same thread goes on, and sees the default value")
  public static class RecursiveInit {
    static class A {
      static int x = B.y + 2;
    }

    static class B {
      static int y = A.x + 1;
    }

    volatile int n;

    @Actor
    public void one(II_Result r) {
      r.r1 = A.x;
      r.r2 = B.y;
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"1, 1", "DEADLOCK|STUCK"},
      mustProve = true,
      because = "JLS 12.4.2: a superclass whose initialiser makes an instance of its subclass")
  public static class SuperAndSub {
    static class Base {
      static final Base DEFAULT = new Sub();

      static int touch() {
        return 1;
      }
    }

    static class Sub extends Base {
      static int touchSub() {
        return 1;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Base.touch();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Sub.touchSub();
    }
  }

  @State
  @Expect(
      value = {"v0", "v5"},
      mustProve = true,
      because = "JLS 12.4.1: a text is computed when the class is first used")
  public static class TextComputed {
    static volatile int setting;

    static class Holder {
      static final String TEXT = "v".concat(String.valueOf(setting));
    }

    @Actor
    public void one() {
      setting = 5;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Holder.TEXT;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 12.4.1: enums are initialised in the order of their first uses")
  public static class EnumInitOrder {
    static final AtomicInteger COUNT = new AtomicInteger();

    enum First {
      X;
      final int n = COUNT.incrementAndGet();
    }

    enum Second {
      X;
      final int n = COUNT.incrementAndGet();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = First.X.n;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Second.X.n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because =
          "JLS 12.4.2: the second to use it waits until the initialiser, which takes a step of its own, is done")
  public static class InitIsSteps {
    static volatile int x;

    static class Holder {
      static int n;

      static {
        x = 1;
        n = 1;
        x = 2;
      }

      static void touch() {}
    }

    @Actor
    public void one() {
      Holder.touch();
    }

    @Actor
    public void two(I_Result r) {
      int seen = x;
      r.r1 = seen == 0 ? 1 : seen;
    }
  }

  @State
  @Expect(
      value = {"1, 1", "1, 2", "2, 1"},
      mustProve = true,
      because =
          "JLS 12.4.1: a new instance initialises its class: before or after the other's step")
  public static class NewInstanceInits {
    static final AtomicInteger COUNT = new AtomicInteger();

    static class K {
      static final int N = COUNT.incrementAndGet();
      final int n = N;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = new K().n;
    }

    @Actor
    public void two(II_Result r) {
      int n = COUNT.get();
      r.r2 = n == 0 ? COUNT.incrementAndGet() : n;
    }
  }
}
