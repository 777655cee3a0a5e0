package dev.safebank.explore.program;

import dev.safebank.explore.result.ResourceKind;

/** Thrown where the constructor of the state would wait forever. */
public final class BlockedOutsideActorError extends Error {

  private static final long serialVersionUID = 1L;

  public BlockedOutsideActorError(ResourceKind kind) {
    super("waits forever for a " + kind + " while no actor runs");
  }
}
