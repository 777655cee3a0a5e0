package dev.safebank.report.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of code.
 *
 * @param number of the line in its file
 * @param locking whether it acquires, releases or declares a lock, or uses an atomic operation
 */
public record CodeLine(int number, String text, boolean locking) {

  private static final Pattern LOCKING = Pattern.compile("\\b(synchronized|volatile)\\b"
      + "|\\.(lock|lockInterruptibly|tryLock|unlock\\w*|readLock\\w*|writeLock\\w*|try\\w*Lock"
      + "|tryOptimisticRead|validate\\(stamp|tryConvert\\w*|acquire\\w*|release\\w*|compareAndSet"
      + "|getAndAdd|addAndGet|getAndUpdate|updateAndGet|newCondition|await|signal\\w*)\\b"
      + "|\\bnew (Reentrant\\w*|Stamped\\w*|Semaphore|Atomic\\w*)"
      + "|\\b(VarHandle|fullFence|acquireFence|releaseFence|onSpinWait)\\b");

  static List<CodeLine> numbered(String code, int firstLine) {
    List<CodeLine> lines = new ArrayList<>();
    int number = firstLine;
    for (String line : code.lines().toList()) {
      lines.add(new CodeLine(number, line, LOCKING.matcher(line).find()));
      number++;
    }
    return lines;
  }
}
