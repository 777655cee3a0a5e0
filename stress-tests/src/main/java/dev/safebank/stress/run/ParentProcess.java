package dev.safebank.stress.run;

/**
 * The parent process. A run ends when its parent ends, so that a build that was killed leaves no
 * process behind that writes evidence.
 */
public final class ParentProcess {

  private ParentProcess() {}

  /** Exits this process, running its shutdown hooks, as soon as its parent has ended. */
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
