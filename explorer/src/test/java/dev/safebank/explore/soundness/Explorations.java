package dev.safebank.explore.soundness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Explores many programs, in two JVMs at a time. */
final class Explorations {

  private static final int JVMS = 2;
  private static final Duration LIMIT = Duration.ofSeconds(Long.getLong("soundness.limit", 60));

  private final Class<?> main;
  private final Queue<Request> waiting;
  private final Map<Request, Observation> observed = new ConcurrentHashMap<>();

  private Explorations(Class<?> main, Collection<Request> requests) {
    this.main = main;
    this.waiting = new ConcurrentLinkedQueue<>(requests);
  }

  /** What came of each, in the same order. */
  static Map<Request, Observation> of(List<Request> requests) throws IOException {
    return of(Worker.class, requests);
  }

  /** What came of each, in the same order, by another worker. */
  static Map<Request, Observation> of(Class<?> main, List<Request> requests) throws IOException {
    Explorations explorations = new Explorations(main, requests);
    explorations.run();
    Map<Request, Observation> inOrder = new LinkedHashMap<>();
    requests.forEach(request -> inOrder.put(request, explorations.observed.get(request)));
    return inOrder;
  }

  /** What came of programs as they are. */
  static Map<Class<?>, Observation> ofPrograms(List<Class<?>> programs) throws IOException {
    Map<Request, Observation> observed = of(programs.stream().map(Request::of).toList());
    Map<Class<?>, Observation> inOrder = new LinkedHashMap<>();
    programs.forEach(program -> inOrder.put(program, observed.get(Request.of(program))));
    return inOrder;
  }

  private void run() throws IOException {
    Path errors = Path.of("target", "soundness.err");
    Files.createDirectories(errors.toAbsolutePath().getParent());
    Files.deleteIfExists(errors);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < JVMS; i++) {
      Thread thread = new Thread(() -> work(errors.toFile()), "worker " + i);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while programs were explored", e);
      }
    }
  }

  private void work(File errors) {
    try (WorkerProcess worker = new WorkerProcess(main, LIMIT, errors)) {
      for (Request request = waiting.poll(); request != null; request = waiting.poll()) {
        observed.put(request, worker.explore(request));
      }
    }
  }
}
