package dev.safebank.threads;

import java.lang.management.LockInfo;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Optional;

/**
 * The state of one thread in a {@link ThreadDump}.
 *
 * @param allocatedBytes what it had allocated in its life, right after the dump
 * @param cpuBefore nanoseconds that it had run on a CPU in its life, right before the dump
 * @param cpuAfter the same right after the dump
 */
public record ThreadSnapshot(
    Thread thread,
    ThreadInfo info,
    ThreadRole role,
    long allocatedBytes,
    long cpuBefore,
    long cpuAfter) {

  public long id() {
    return info.getThreadId();
  }

  public String name() {
    return role.name();
  }

  public ThreadStatus status() {
    return role.status();
  }

  /** Whether it is inside the code whose progress matters. */
  public boolean isActor() {
    return role.actor();
  }

  /** Whether it waits in {@code LockSupport.park}, and not for a monitor. */
  boolean parked() {
    StackTraceElement[] stack = info.getStackTrace();
    return info.getThreadState() == Thread.State.WAITING
        && stack.length > 0
        && stack[0].getMethodName().equals("park");
  }

  /** Whether it can continue only when another thread releases a lock, and that thread is known. */
  boolean waitsForAnOwner() {
    return info.getLockOwnerId() >= 0
        && (parked() || info.getThreadState() == Thread.State.BLOCKED);
  }

  /** Whether it waits at the same place for the same thing, and did nothing else in between. */
  boolean staysWhere(ThreadSnapshot earlier) {
    return info.getThreadState() == earlier.info.getThreadState()
        && info.getBlockedCount() == earlier.info.getBlockedCount()
        && info.getLockOwnerId() == earlier.info.getLockOwnerId()
        && allocatedBytes == earlier.allocatedBytes
        && lock(info).equals(lock(earlier.info))
        && Arrays.equals(info.getStackTrace(), earlier.info.getStackTrace());
  }

  /** Number of waits that it began since the earlier snapshot, those for monitors left out. */
  long waitsSince(ThreadSnapshot earlier) {
    return info.getWaitedCount() - earlier.info.getWaitedCount();
  }

  /** A lower bound of the nanoseconds that it ran on a CPU since the earlier snapshot. */
  public long ranSince(ThreadSnapshot earlier) {
    return cpuBefore - earlier.cpuAfter;
  }

  private static Optional<String> lock(ThreadInfo info) {
    return Optional.ofNullable(info.getLockInfo()).map(LockInfo::toString);
  }
}
