package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Requests go into a mailbox. Whoever finds no owner becomes it and serves them until there are
 * none; all others wait for an answer.
 */
@LockingVariant(
    idea = "one owner at a time serves a mailbox",
    keepsAllBut = {})
public final class MailboxBank extends DelegatingBank {

  private final Queue<Request> mailbox = new ArrayDeque<>();
  private boolean owned;

  public MailboxBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void submit(Request request) {
    if (post(request)) {
      for (Request next = take(); next != null; next = take()) {
        next.serve();
        answered();
      }
    } else {
      awaitAnswer(request);
    }
  }

  /** Returns whether the caller is the owner now. */
  private synchronized boolean post(Request request) {
    mailbox.add(request);
    boolean becomesOwner = !owned;
    owned = true;
    return becomesOwner;
  }

  /** The next request; null, and nobody is the owner, if there is none. */
  private synchronized Request take() {
    Request next = mailbox.poll();
    owned = next != null;
    return next;
  }

  private synchronized void answered() {
    notifyAll();
  }

  /** Waits on if interrupted, since the request will be served all the same. */
  private synchronized void awaitAnswer(Request request) {
    boolean interrupted = false;
    while (!request.isDone()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
