package dev.safebank.stress.watch;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.Blockage.BlockedThread;
import dev.safebank.evidence.BlockageKind;
import dev.safebank.threads.ThreadDump;
import dev.safebank.threads.ThreadSnapshot;
import java.lang.management.LockInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Describes blocked threads as evidence. */
final class BlockageFactory {

  private BlockageFactory() {}

  /** Describes the threads in the order given. */
  static Blockage describe(BlockageKind kind, List<ThreadSnapshot> blocked, ThreadDump dump) {
    return new Blockage(
        kind, blocked.stream().map(thread -> describe(thread, dump)).toList());
  }

  private static BlockedThread describe(ThreadSnapshot thread, ThreadDump dump) {
    return new BlockedThread(
        thread.name(),
        thread.info().getThreadState().name(),
        Optional.ofNullable(thread.info().getLockInfo())
            .map(BlockageFactory::name)
            .orElse(""),
        dump.ownerName(thread).orElse(""),
        Arrays.stream(thread.info().getStackTrace()).map(Objects::toString).toList());
  }

  /**
   * The lock's simple class name and identity, {@code ReentrantLock@1b2c3d}. Locks of
   * {@code java.util.concurrent} keep their threads in a nested class, which is left out.
   */
  static String name(LockInfo lock) {
    String className = lock.getClassName();
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return simple.replaceFirst("\\$(Nonfair|Fair)?Sync$", "").replace('$', '.')
        + '@'
        + Integer.toHexString(lock.getIdentityHashCode());
  }
}
