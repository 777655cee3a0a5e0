package dev.safebank.threads;

import java.lang.management.ThreadInfo;
import java.util.Optional;

/** Tells the threads of one program apart. */
@FunctionalInterface
public interface ThreadClassifier {

  /** The role of a thread; empty if it takes no part, so that no other thread waits for it. */
  Optional<ThreadRole> classify(Thread thread, ThreadInfo info);
}
