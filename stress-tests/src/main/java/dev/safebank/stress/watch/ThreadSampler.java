package dev.safebank.stress.watch;

import dev.safebank.threads.ThreadClassifier;
import dev.safebank.threads.ThreadDump;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Samples the threads of the test: cheaply, which wait, or as a full thread dump. */
final class ThreadSampler {

  private final TestThreads threads;
  private final ThreadClassifier classifier;

  ThreadSampler(ActorMethods actors, TestThreads threads) {
    this.threads = threads;
    this.classifier = new JcstressThreads(actors, threads);
  }

  /**
   * The threads that wait just now, and how often each has waited in its life. Costs next to
   * nothing when none does, and stops no thread.
   */
  Map<Thread, Long> waiting() {
    List<Thread> waiting = threads.waiting();
    if (waiting.isEmpty()) {
      return Map.of();
    }
    long[] ids = waiting.stream().mapToLong(Thread::getId).toArray();
    ThreadInfo[] infos = SamplerBean.THREADS.getThreadInfo(ids);
    return IntStream.range(0, infos.length)
        .filter(i -> infos[i] != null)
        .boxed()
        .collect(Collectors.toUnmodifiableMap(waiting::get, i -> waits(infos[i])));
  }

  /** How often the thread has waited in its life; empty if it has ended. */
  Optional<Long> waits(Thread thread) {
    return Optional.ofNullable(SamplerBean.THREADS.getThreadInfo(thread.getId()))
        .map(ThreadSampler::waits);
  }

  private static long waits(ThreadInfo info) {
    return info.getBlockedCount() + info.getWaitedCount();
  }

  /** Stops all threads for a moment; empty if threads of the test started or ended meanwhile. */
  Optional<ThreadDump> dump() {
    return ThreadDump.take(threads::present, classifier);
  }

  /** Loaded when first needed: most forks never block. */
  private static final class SamplerBean {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  }
}
