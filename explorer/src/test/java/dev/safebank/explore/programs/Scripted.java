package dev.safebank.explore.programs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * A program that is read from a system property: a word for each of three actors, a letter for each
 * step. Letters are followed by recursion, not in a loop, since loops are watched for spinning.
 */
@State
public class Scripted {

  /** All letters that mean something. */
  public static final String LETTERS = "abvxABVXiectLMlmtSsRrWwOPpQqKk?yn!";

  private final String[] words = (Script.Words.get() + " . . .").split(" ", 4);

  private int a;
  private int b;
  private volatile int v;
  private volatile int x;
  private final AtomicInteger counter = new AtomicInteger();
  private final AtomicInteger token = new AtomicInteger(1);
  private final Lock first = new ReentrantLock();
  private final Lock second = new ReentrantLock();
  private final Semaphore permits = new Semaphore(1);
  private final ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
  private final Lock reading = readWrite.readLock();
  private final Lock writing = readWrite.writeLock();
  private final StampedLock stamped = new StampedLock();
  private final Object monitor = new Object();

  @Actor
  public void one(LLLL_Result r) {
    r.r1 = new Reader(words[0], 1).read();
  }

  @Actor
  public void two(LLLL_Result r) {
    r.r2 = new Reader(words[1], 2).read();
  }

  @Actor
  public void three(LLLL_Result r) {
    r.r3 = new Reader(words[2], 3).read();
  }

  @Arbiter
  public void end(LLLL_Result r) {
    r.r4 = a + "/" + b + "/" + v + "/" + x + "/" + counter.get() + "/" + token.get();
  }

  /** One actor, and what it holds and has seen. */
  private final class Reader {
    private final String word;
    private final int self;
    private long seen;
    private int last;
    private boolean hasFirst;
    private boolean hasSecond;
    private boolean hasReading;
    private boolean hasWriting;
    private long stamp;
    private int held;
    private boolean leaks;

    private Reader(String word, int self) {
      this.word = word;
      this.self = self;
    }

    private long read() {
      step(0);
      if (!leaks) {
        letGo();
      }
      return seen;
    }

    private void letGo() {
      releaseLocks('l');
      releaseLocks('m');
      releaseOthers('r');
      releaseOthers('w');
      releaseOthers('q');
      exchange('k');
    }

    private void step(int at) {
      if (at < word.length()) {
        char letter = word.charAt(at);
        access(letter);
        update(letter);
        exchange(letter);
        takeLocks(letter);
        takeOthers(letter);
        releaseLocks(letter);
        releaseOthers(letter);
        signal(letter);
        leaks |= letter == '!';
        step(letter == '?' && last % 2 == 1 ? at + 2 : at + 1);
      }
    }

    private void see(int value) {
      last = value;
      seen = seen * 11 + value + 1;
    }

    private void access(char letter) {
      switch (letter) {
        case 'a' -> see(a);
        case 'b' -> see(b);
        case 'v' -> see(v);
        case 'x' -> see(x);
        case 'A' -> a = self;
        case 'B' -> b = last + 1;
        case 'V' -> v = self;
        case 'X' -> x = last + 1;
        default -> {}
      }
    }

    private void update(char letter) {
      switch (letter) {
        case 'i' -> see(counter.incrementAndGet());
        case 'e' -> see(counter.getAndSet(last));
        case 'c' -> see(counter.compareAndSet(last, self) ? 1 : 0);
        default -> {}
      }
    }

    /** A number other than zero is taken out, and a zero left in its place. */
    private void exchange(char letter) {
      if (letter == 'K' && held == 0) {
        held = taken();
        see(held);
      } else if (letter == 'k' && held != 0) {
        token.setRelease(1 + (held + self) % 3);
        held = 0;
      }
    }

    private int taken() {
      int found;
      while ((found = token.getAndSet(0)) == 0) {
        Thread.onSpinWait();
      }
      return found;
    }

    private void takeLocks(char letter) {
      if (letter == 'L' && !hasFirst) {
        first.lock();
        hasFirst = true;
      } else if (letter == 'M' && !hasSecond) {
        second.lock();
        hasSecond = true;
      } else if (letter == 't' && !hasFirst) {
        hasFirst = first.tryLock();
        see(hasFirst ? 1 : 0);
      } else if (letter == 'S') {
        permits.acquireUninterruptibly();
      }
    }

    private void releaseLocks(char letter) {
      if (letter == 'l' && hasFirst) {
        hasFirst = false;
        first.unlock();
      } else if (letter == 'm' && hasSecond) {
        hasSecond = false;
        second.unlock();
      } else if (letter == 's') {
        permits.release();
      }
    }

    private void takeOthers(char letter) {
      if (letter == 'R' && !hasReading) {
        reading.lock();
        hasReading = true;
      } else if (letter == 'W' && !hasWriting) {
        writing.lock();
        hasWriting = true;
      } else if (letter == 'O') {
        long optimistic = stamped.tryOptimisticRead();
        see(a);
        see(stamped.validate(optimistic) ? 1 : 0);
      } else if (letter == 'P' && stamp == 0) {
        stamp = stamped.writeLock();
      } else if (letter == 'p' && stamp == 0) {
        stamp = stamped.readLock();
      } else if (letter == 'Q' && stamp == 0) {
        stamp = stamped.tryWriteLock();
        see(stamp == 0 ? 0 : 1);
      }
    }

    private void releaseOthers(char letter) {
      if (letter == 'r' && hasReading) {
        hasReading = false;
        reading.unlock();
      } else if (letter == 'w' && hasWriting) {
        hasWriting = false;
        writing.unlock();
      } else if (letter == 'q' && stamp != 0) {
        stamped.unlock(stamp);
        stamp = 0;
      }
    }

    @SuppressWarnings({"WaitNotInLoop", "NakedNotify"}) // Lost wake-ups are welcome here.
    private void signal(char letter) {
      if (letter == 'n') {
        synchronized (monitor) {
          monitor.notify();
        }
      } else if (letter == 'y') {
        synchronized (monitor) {
          try {
            monitor.wait();
          } catch (InterruptedException never) {
            throw new IllegalStateException("nobody interrupts here", never);
          }
        }
      }
    }
  }
}
