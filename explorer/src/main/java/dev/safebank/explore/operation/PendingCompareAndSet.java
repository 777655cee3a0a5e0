package dev.safebank.explore.operation;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.site.AccessMode;
import java.util.Optional;

/**
 * A compare-and-set whose result is not known yet.
 *
 * @param location what is compared and perhaps set; empty if it is not visible to others
 * @param weak whether it may fail although it need not
 */
public record PendingCompareAndSet(
    Optional<Location> location, AccessMode mode, int site, boolean weak) {

  public static final PendingCompareAndSet NONE =
      new PendingCompareAndSet(Optional.empty(), AccessMode.PLAIN, 0, false);
}
