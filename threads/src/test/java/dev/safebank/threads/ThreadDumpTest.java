package dev.safebank.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadDumpTest {

  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void interruptAll() {
    threads.forEach(Thread::interrupt);
  }

  @Test
  void threadsThatWaitForEachOthersLocksAreACycle() throws Exception {
    Lock a = new ReentrantLock();
    Lock b = new ReentrantLock();
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    startAndAwaitWaiting(
        "a, then b", () -> lockBoth(a, bothHoldOne, b), () -> lockBoth(b, bothHoldOne, a));

    ThreadDump dump = dump();
    assertThat(dump.cycle()).extracting(ThreadSnapshot::thread).containsExactlyElementsOf(threads);
    assertThat(dump.ownerName(dump.cycle().get(0))).contains(threads.get(1).getName());
  }

  @Test
  void aThreadThatWaitsForAnotherThatWaitsElsewhereIsNoCycle() throws Exception {
    Lock lock = new ReentrantLock();
    Semaphore never = new Semaphore(0);
    CyclicBarrier held = new CyclicBarrier(2);
    startAndAwaitWaiting(
        "owner and other",
        () -> {
          lock.lockInterruptibly();
          held.await();
          never.acquire();
        },
        () -> {
          held.await();
          lock.lockInterruptibly();
        });

    ThreadDump dump = dump();
    assertThat(dump.cycle()).isEmpty();
    assertThat(dump.with(ThreadStatus.BLOCKED))
        .extracting(dump::ownerName)
        .containsExactlyInAnyOrder(Optional.empty(), Optional.of(threads.get(0).getName()));
  }

  @Test
  void threadsThatTheClassifierLeavesOutAreNotInTheDump() throws Exception {
    startAndAwaitWaiting("waits", new Semaphore(0)::acquire);
    ThreadDump dump =
        ThreadDump.take(() -> threads, (thread, info) -> Optional.empty()).orElseThrow();
    assertThat(dump.ids()).isEmpty();
  }

  @Test
  void thereIsNoDumpIfAThreadStartedMeanwhile() throws Exception {
    startAndAwaitWaiting("waits", new Semaphore(0)::acquire);
    Iterator<List<Thread>> present =
        List.of(threads, List.of(threads.get(0), Thread.currentThread())).iterator();
    assertThat(ThreadDump.take(present::next, (thread, info) -> Optional.empty()))
        .isEmpty();
  }

  private interface Action {
    void run() throws Exception;
  }

  private static void lockBoth(Lock one, CyclicBarrier bothHoldOne, Lock other) throws Exception {
    one.lockInterruptibly();
    try {
      bothHoldOne.await();
      other.lockInterruptibly();
    } finally {
      one.unlock();
    }
  }

  private ThreadDump dump() {
    return ThreadDump.take(
            () -> threads,
            (thread, info) -> Optional.of(new ThreadRole(
                thread.getName(),
                info.getThreadState() == Thread.State.WAITING
                    ? ThreadStatus.BLOCKED
                    : ThreadStatus.ABLE,
                true)))
        .orElseThrow();
  }

  private void startAndAwaitWaiting(String name, Action... actions) {
    for (Action action : actions) {
      Thread thread = new Thread(
          () -> {
            try {
              action.run();
            } catch (Exception interrupted) {
              Thread.currentThread().interrupt();
            }
          },
          name + " " + threads.size());
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    while (!threads.stream().allMatch(ThreadDumpTest::waitsInTheEnd)) {
      Thread.onSpinWait();
    }
  }

  /** Whether it waits for what it will never get, and not for the barrier. */
  private static boolean waitsInTheEnd(Thread thread) {
    return Stream.of(thread.getStackTrace())
            .noneMatch(frame -> frame.getClassName().equals(CyclicBarrier.class.getName()))
        && thread.getState() == Thread.State.WAITING;
  }
}
