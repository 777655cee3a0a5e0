package dev.safebank.stress.watch;

/**
 * Halts a fork whose parent has ended: a stress run that was killed must not leave forks behind
 * that hang forever.
 */
final class OrphanGuard {

  /** The exit code of a fork that outlived its parent. */
  private static final int ORPHANED = 88;

  private OrphanGuard() {}

  static void begin() {
    ProcessHandle.current().parent().ifPresent(parent -> {
      // A future that is not looked at: it completes once, and halting throws nothing.
      var unused = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHANED));
    });
  }
}
