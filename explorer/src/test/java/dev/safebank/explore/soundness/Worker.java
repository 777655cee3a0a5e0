package dev.safebank.explore.soundness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Explores what comes in as {@link Request}s, one line of JSON each, in a JVM of its own, and
 * writes one line for each. Whoever hangs is reported with the stack; a hang or a crash ends the
 * JVM, so that it touches no other program.
 */
public final class Worker {

  private static final JsonMapper JSON = new JsonMapper();

  private final PrintStream out;
  private final Duration limit;

  private Worker(PrintStream out, Duration limit) {
    this.out = out;
    this.limit = limit;
  }

  /** Takes the time limit of one exploration, in seconds. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    serve(Duration.ofSeconds(Long.parseLong(arguments[0])), ExplorerUnderTest::explore);
  }

  /** Answers requests until there are no more, and ends the JVM. */
  static void serve(Duration limit, Function<Request, Observation> explorer)
      throws IOException, InterruptedException {
    Worker worker = new Worker(System.out, limit);
    InputStream requests = System.in;
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(requests, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        worker.answer(JSON.readValue(line, Request.class), explorer);
      }
    }
    Runtime.getRuntime().halt(0);
  }

  static Observation read(String line) {
    return JSON.readValue(line, Observation.class);
  }

  static String write(Request request) {
    return JSON.writeValueAsString(request);
  }

  private void answer(Request request, Function<Request, Observation> explorer)
      throws InterruptedException {
    BlockingQueue<Observation> answers = new LinkedBlockingQueue<>();
    Thread thread = new Thread(() -> answers.add(explorer.apply(request)), "exploration");
    thread.setDaemon(true);
    thread.start();
    Observation answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (answer == null) {
      answer = Observation.of(
          request.program(), Observation.Ending.HUNG, Stacks.ofExplorers(), limit.toMillis());
    }
    out.println(JSON.writeValueAsString(answer));
    out.flush();
    if (answer.ending().isLast()) {
      Runtime.getRuntime().halt(1);
    }
  }
}
