package dev.safebank.stress.run;

/**
 * The process that started this one. A run ends with it: a build that was killed must leave nothing
 * behind that writes evidence.
 */
public final class ParentProcess {

  private ParentProcess() {}

  /** Ends this process, with its shutdown hooks, as soon as its parent has ended. */
  public static void endWithIt() {
    ProcessHandle.current().parent().ifPresent(parent -> {
      Thread watch = new Thread(() -> exitAfter(parent), "parent-watch");
      watch.setDaemon(true);
      watch.start();
    });
  }

  private static void exitAfter(ProcessHandle parent) {
    parent.onExit().join();
    System.exit(1);
  }
}
