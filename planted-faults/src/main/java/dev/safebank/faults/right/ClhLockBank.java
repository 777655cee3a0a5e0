package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Each thread waits for the node of the one before it in an implicit queue (Craig, Landin,
 * Hagersten).
 */
@LockingVariant(
    idea = "a CLH queue lock",
    keepsAllBut = {})
public final class ClhLockBank extends MutualExclusionBank {

  private final AtomicReference<ClhNode> tail = new AtomicReference<>(new ClhNode());

  /** Of the thread inside; guarded by the lock itself. */
  private ClhNode own;

  private static final class ClhNode {
    private volatile boolean locked;
  }

  public ClhLockBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() {
    ClhNode node = new ClhNode();
    node.locked = true;
    ClhNode before = tail.getAndSet(node);
    while (before.locked) {
      Thread.onSpinWait();
    }
    own = node;
  }

  @Override
  protected void leave() {
    own.locked = false;
  }
}
