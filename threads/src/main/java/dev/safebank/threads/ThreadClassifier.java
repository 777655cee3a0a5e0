package dev.safebank.threads;

import java.lang.management.ThreadInfo;
import java.util.Optional;

/** Classifies the threads of a program by the role that each has. */
@FunctionalInterface
public interface ThreadClassifier {

  /** The role of a thread; empty if it takes no part, so that no other thread waits for it. */
  Optional<ThreadRole> classify(Thread thread, ThreadInfo info);
}
