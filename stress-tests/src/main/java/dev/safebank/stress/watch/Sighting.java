package dev.safebank.stress.watch;

import java.lang.management.LockInfo;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.WorkerSync;

/**
 * One thread of the test, as one {@link Snapshot} saw it.
 *
 * @param actor the actor that it is inside of, if any
 * @param allocatedBytes what it had allocated in its life, right after the snapshot
 * @param cpuBefore nanoseconds that it had run on a CPU in its life, right before the snapshot
 * @param cpuAfter the same right after the snapshot
 */
record Sighting(
    Thread thread,
    ThreadInfo info,
    Optional<String> actor,
    long allocatedBytes,
    long cpuBefore,
    long cpuAfter) {

  private static final String GENERATED_RUNNER = "_jcstress";
  private static final Pattern WORKER_PREFIX =
      Pattern.compile("^JcstressThread_(APICheck_|ResourceCheck_)?");

  long id() {
    return info.getThreadId();
  }

  /** The actor, or else the name of the thread: jcstress names its workers after their actors. */
  String name() {
    return actor.orElseGet(() -> WORKER_PREFIX.matcher(info.getThreadName()).replaceFirst(""));
  }

  Standing standing() {
    String caller =
        firstFrameOutsideTheJdk().map(StackTraceElement::getClassName).orElse("");
    if (caller.equals(WorkerSync.class.getName())) {
      return Standing.AT_CHECKPOINT;
    }
    return switch (info.getThreadState()) {
      case BLOCKED, WAITING -> Standing.BLOCKED;
      case TIMED_WAITING -> isRunner(caller) ? Standing.RUNNER_PAUSES : Standing.ABLE;
      case NEW, RUNNABLE, TERMINATED -> Standing.ABLE;
    };
  }

  /** Whether jcstress's runner, or the code that jcstress generates, is on the stack. */
  boolean runsJcstress() {
    return Arrays.stream(info.getStackTrace()).anyMatch(frame -> isRunner(frame.getClassName()));
  }

  private static boolean isRunner(String className) {
    return className.equals(Runner.class.getName()) || className.endsWith(GENERATED_RUNNER);
  }

  private Optional<StackTraceElement> firstFrameOutsideTheJdk() {
    return Arrays.stream(info.getStackTrace()).filter(frame -> !isJdk(frame)).findFirst();
  }

  private static boolean isJdk(StackTraceElement frame) {
    String module = Objects.requireNonNullElse(frame.getModuleName(), "");
    return module.startsWith("java.") || module.startsWith("jdk.");
  }

  /** Whether it waits in {@code LockSupport.park}, and not for a monitor. */
  boolean parked() {
    StackTraceElement[] stack = info.getStackTrace();
    return info.getThreadState() == Thread.State.WAITING
        && stack.length > 0
        && stack[0].getMethodName().equals("park");
  }

  /** Whether it can go on only when another thread releases a lock, and that thread is known. */
  boolean waitsForAnOwner() {
    return info.getLockOwnerId() >= 0
        && (parked() || info.getThreadState() == Thread.State.BLOCKED);
  }

  /** Whether it waits at the same place for the same thing, and has gone nowhere in between. */
  boolean staysWhere(Sighting earlier) {
    return info.getThreadState() == earlier.info.getThreadState()
        && info.getBlockedCount() == earlier.info.getBlockedCount()
        && info.getLockOwnerId() == earlier.info.getLockOwnerId()
        && allocatedBytes == earlier.allocatedBytes
        && lock(info).equals(lock(earlier.info))
        && Arrays.equals(info.getStackTrace(), earlier.info.getStackTrace());
  }

  /** How often it has waited in its life. */
  long waits() {
    return info.getBlockedCount() + info.getWaitedCount();
  }

  /** How often it began to wait since the earlier sighting. */
  long waitsSince(Sighting earlier) {
    return info.getWaitedCount() - earlier.info.getWaitedCount();
  }

  /** At least so many nanoseconds it ran on a CPU between the earlier sighting and this one. */
  long ranSince(Sighting earlier) {
    return cpuBefore - earlier.cpuAfter;
  }

  private static Optional<String> lock(ThreadInfo info) {
    return Optional.ofNullable(info.getLockInfo()).map(LockInfo::toString);
  }
}
