package dev.safebank.stress.watch;

import dev.safebank.threads.ThreadClassifier;
import dev.safebank.threads.ThreadRole;
import dev.safebank.threads.ThreadStatus;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.WorkerSync;

/** Classifies the threads of a jcstress test: its actors, its workers and their runner. */
final class JcstressThreads implements ThreadClassifier {

  private static final String GENERATED_RUNNER = "_jcstress";
  private static final Pattern WORKER_PREFIX =
      Pattern.compile("^JcstressThread_(APICheck_|ResourceCheck_)?");

  private final ActorMethods actors;
  private final TestThreads testThreads;

  JcstressThreads(ActorMethods actors, TestThreads testThreads) {
    this.actors = actors;
    this.testThreads = testThreads;
  }

  @Override
  public Optional<ThreadRole> classify(Thread thread, ThreadInfo info) {
    StackTraceElement[] stack = info.getStackTrace();
    Optional<String> actor = actors.on(stack);
    if (actor.isEmpty() && !testThreads.isNew(thread) && !runsJcstress(stack)) {
      return Optional.empty();
    }
    String name = actor.orElseGet(() -> workerName(info));
    return Optional.of(new ThreadRole(name, status(info), actor.isPresent()));
  }

  /** jcstress names its workers after their actors. */
  private static String workerName(ThreadInfo info) {
    return WORKER_PREFIX.matcher(info.getThreadName()).replaceFirst("");
  }

  private static ThreadStatus status(ThreadInfo info) {
    String caller = firstFrameOutsideTheJdk(info.getStackTrace())
        .map(StackTraceElement::getClassName)
        .orElse("");
    if (caller.equals(WorkerSync.class.getName())) {
      return ThreadStatus.POLLING;
    }
    return switch (info.getThreadState()) {
      case BLOCKED, WAITING -> ThreadStatus.BLOCKED;
      case TIMED_WAITING -> isRunner(caller) ? ThreadStatus.IDLE : ThreadStatus.ABLE;
      case NEW, RUNNABLE, TERMINATED -> ThreadStatus.ABLE;
    };
  }

  /** Whether jcstress's runner, or the code that jcstress generates, is on the stack. */
  private static boolean runsJcstress(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(frame -> isRunner(frame.getClassName()));
  }

  private static boolean isRunner(String className) {
    return className.equals(Runner.class.getName()) || className.endsWith(GENERATED_RUNNER);
  }

  private static Optional<StackTraceElement> firstFrameOutsideTheJdk(StackTraceElement[] stack) {
    return Arrays.stream(stack).filter(frame -> !isJdk(frame)).findFirst();
  }

  private static boolean isJdk(StackTraceElement frame) {
    String module = Objects.requireNonNullElse(frame.getModuleName(), "");
    return module.startsWith("java.") || module.startsWith("jdk.");
  }
}
