package dev.safebank.stress.watch;

import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.Blockage.BlockedThread;
import java.lang.management.LockInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says of threads seen blocked what the evidence keeps of them. */
final class Blockages {

  private Blockages() {}

  /** Describes the blocked threads in the order given. */
  static Blockage describe(Blockage.Kind kind, List<Sighting> blocked, Snapshot snapshot) {
    return new Blockage(
        kind, blocked.stream().map(sighting -> describe(sighting, snapshot)).toList());
  }

  private static BlockedThread describe(Sighting sighting, Snapshot snapshot) {
    return new BlockedThread(
        sighting.name(),
        sighting.info().getThreadState().name(),
        Optional.ofNullable(sighting.info().getLockInfo()).map(Blockages::name).orElse(""),
        snapshot.ownerName(sighting).orElse(""),
        Arrays.stream(sighting.info().getStackTrace()).map(Objects::toString).toList());
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
