package dev.safebank.stress.run;

import dev.safebank.stress.watch.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** Its actor never ends, always able to run, and its watchdog guards it. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class RunsOn {

    static {
      Watchdog.guard(RunsOn.class);
    }

    private volatile boolean over;

    public RunsOn() {
      Watchdog.sampleBegins();
    }

    @Actor
    public void runOn(II_Result r) {
      while (!over) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = 2;
    }
  }

  /** Never comes back from native code. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class HangsInNativeCode {

    private static final ServerSocket NOBODY_CALLS = open();

    private static ServerSocket open() {
      try {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Actor
    public void accept(II_Result r) {
      try {
        NOBODY_CALLS.accept().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      r.r1 = 1;
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = 2;
    }
  }

  /** Sends itself a signal, as others might. */
  private abstract static class Signalled {

    private static void send(String signal) {
      long pid = ProcessHandle.current().pid();
      try {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Is killed. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class IsKilled extends Signalled {

    static {
      Signalled.send("KILL");
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

  /** Is stopped, and never continued. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class IsStopped extends Signalled {

    static {
      Signalled.send("STOP");
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

  /** Makes the JVM itself crash. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Crashes {

    static {
      writeToNowhere();
    }

    private static void writeToNowhere() {
      try {
        Field unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        unsafe
            .getType()
            .getMethod("putAddress", long.class, long.class)
            .invoke(unsafe.get(null), 0, 0);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
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

  /** Takes more memory than there is. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class RunsOutOfMemory {

    private static final List<long[]> KEPT = new ArrayList<>();

    @Actor
    public void one(II_Result r) {
      while (r.r1 == 0) {
        KEPT.add(new long[1 << 20]);
      }
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = 2;
    }
  }

  /** Prints more than a megabyte, on both streams, much of it in one line, and dies. */
  @JCStressTest
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Chatters {

    static {
      String megabyte = "\u001b[31m" + "chatter ".repeat(1 << 17);
      System.out.println(megabyte);
      System.err.println(megabyte);
      System.out.println("a line\n".repeat(1 << 17));
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
