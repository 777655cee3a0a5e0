package dev.safebank.explore.programs;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * As {@link Scripted}, with a word for each of two actors, and letters for what threads wait with:
 * monitors, conditions, latches, permits, parking, other threads, interrupts, and stamps that are
 * converted.
 */
@State
public class ScriptedWaits {

  /** Letters by what they have to do with each other, so that short words meet. */
  public static final List<String> ALPHABETS =
      List.of("aAyYnNmI", "aALtlcCgGmI", "vVmIifjzpPu", "aAdDqQemIv", "aAorwxorw", "AaYnLlCgqQe");

  private final String[] words = (Script.Words.get() + " . .").split(" ", 3);

  private int a;
  private volatile int v;
  private volatile Thread someone;
  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition condition = lock.newCondition();
  private final CountDownLatch latch = new CountDownLatch(1);
  private final Semaphore permits = new Semaphore(1);
  private final StampedLock stamped = new StampedLock();

  @Actor
  public void one(LLL_Result r) {
    r.r1 = new Reader(words[0], 1).read();
  }

  @Actor
  public void two(LLL_Result r) {
    r.r2 = new Reader(words[1], 2).read();
  }

  @Arbiter
  public void end(LLL_Result r) {
    r.r3 = a + "/" + v + "/" + permits.availablePermits() + "/" + latch.getCount();
  }

  /** One actor, and what it holds and has seen. */
  private final class Reader {
    private final String word;
    private final int self;
    private long seen;
    private long stamp;
    private Thread child = new Thread(() -> {});

    private Reader(String word, int self) {
      this.word = word;
      this.self = self;
    }

    private long read() {
      step(0);
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
      return seen;
    }

    private void step(int at) {
      if (at < word.length()) {
        char letter = word.charAt(at);
        try {
          access(letter);
          monitors(letter);
          locks(letter);
          threads(letter);
          latches(letter);
          stamps(letter);
        } catch (InterruptedException e) {
          see(7);
        }
        step(at + 1);
      }
    }

    private void see(int value) {
      seen = seen * 11 + value + 1;
    }

    private void see(boolean value) {
      see(value ? 1 : 0);
    }

    private void access(char letter) {
      switch (letter) {
        case 'a' -> see(a);
        case 'v' -> see(v);
        case 'A' -> a = self;
        case 'V' -> v = self;
        default -> {}
      }
    }

    @SuppressWarnings({"WaitNotInLoop", "NakedNotify"}) // Lost wake-ups are welcome here.
    private void monitors(char letter) throws InterruptedException {
      if ("yYnN".indexOf(letter) < 0) {
        return;
      }
      synchronized (monitor) {
        switch (letter) {
          case 'y' -> monitor.wait(1);
          case 'Y' -> monitor.wait();
          case 'n' -> monitor.notify();
          case 'N' -> monitor.notifyAll();
          default -> {}
        }
      }
    }

    private void locks(char letter) throws InterruptedException {
      boolean held = lock.isHeldByCurrentThread();
      if (letter == 'L' && !held) {
        lock.lockInterruptibly();
      } else if (letter == 't' && !held) {
        see(lock.tryLock());
      } else if (letter == 'l' && held) {
        lock.unlock();
      } else if (held) {
        conditions(letter);
      }
    }

    @SuppressWarnings("WaitNotInLoop")
    private void conditions(char letter) throws InterruptedException {
      switch (letter) {
        case 'c' -> see(condition.await(1, TimeUnit.MILLISECONDS));
        case 'C' -> condition.await();
        case 'g' -> condition.signal();
        case 'G' -> condition.signalAll();
        default -> {}
      }
    }

    private void threads(char letter) throws InterruptedException {
      switch (letter) {
        case 'm' -> someone = Thread.currentThread();
        case 'I' -> interrupt(someone);
        case 'i' -> see(Thread.interrupted());
        case 'f' -> fork();
        case 'j' -> child.join();
        case 'z' -> see(child.isAlive());
        case 'p' -> LockSupport.park();
        case 'P' -> LockSupport.parkNanos(1);
        case 'u' -> LockSupport.unpark(someone);
        default -> {}
      }
    }

    private void interrupt(Thread other) {
      if (other != null) {
        other.interrupt();
      }
    }

    private void fork() {
      child = new Thread(() -> v = self * 3);
      child.start();
    }

    private void latches(char letter) throws InterruptedException {
      switch (letter) {
        case 'd' -> latch.countDown();
        case 'D' -> latch.await();
        case 'q' -> see(permits.tryAcquire());
        case 'Q' -> permits.acquire();
        case 'e' -> permits.release();
        default -> {}
      }
    }

    private void stamps(char letter) {
      if (letter == 'o' && stamp == 0) {
        stamp = stamped.tryOptimisticRead();
        see(stamp != 0);
      } else if (letter == 'r' && stamp != 0) {
        long converted = stamped.tryConvertToReadLock(stamp);
        see(converted != 0);
        stamp = converted == 0 ? stamp : converted;
      } else if (letter == 'w' && stamp != 0) {
        long converted = stamped.tryConvertToWriteLock(stamp);
        see(converted != 0);
        stamp = converted == 0 ? stamp : converted;
      } else if (letter == 'x' && stamp != 0) {
        long converted = stamped.tryConvertToOptimisticRead(stamp);
        see(converted != 0);
        stamp = converted == 0 ? stamp : converted;
      }
    }
  }
}
