package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Each thread waits for its own node, which the one before it in the queue sets (Mellor-Crummey,
 * Scott).
 */
@LockingVariant(
    idea = "an MCS queue lock",
    keepsAllBut = {})
public final class McsLockBank extends MutualExclusionBank {

  private final AtomicReference<McsNode> tail = new AtomicReference<>();

  /** Of the thread inside; guarded by the lock itself. */
  private McsNode own;

  private static final class McsNode {
    private volatile boolean waiting;
    private volatile McsNode next;
  }

  public McsLockBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() {
    McsNode node = new McsNode();
    McsNode before = tail.getAndSet(node);
    if (before != null) {
      node.waiting = true;
      before.next = node;
      while (node.waiting) {
        Thread.onSpinWait();
      }
    }
    own = node;
  }

  @Override
  protected void leave() {
    McsNode node = own;
    if (node.next == null && tail.compareAndSet(node, null)) {
      return;
    }
    while (node.next == null) {
      Thread.onSpinWait();
    }
    node.next.waiting = false;
  }
}
