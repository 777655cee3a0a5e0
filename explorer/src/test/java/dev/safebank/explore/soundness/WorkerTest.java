package dev.safebank.explore.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker survives what explorations do to their JVM. */
@Tag("slow")
class WorkerTest {

  /** Serves an explorer that does what the program's name says. */
  static final class Faulty {

    private Faulty() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
      Worker.serve(Duration.ofSeconds(Long.parseLong(arguments[0])), Faulty::explore);
    }

    private static Observation explore(Request request) {
      switch (request.program()) {
        case "hangs" -> hang();
        case "halts" -> Runtime.getRuntime().halt(7);
        case "prints" -> System.out.println("{ this is not for you }");
        default -> {}
      }
      return Observation.of(request.program(), Observation.Ending.REFUSED, "as it should", 1);
    }

    private static void hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void whoeverHangsOrEndsTheJvmIsReportedAndTheNextIsExplored(@TempDir Path folder) {
    File errors = folder.resolve("errors").toFile();
    try (WorkerProcess worker = new WorkerProcess(Faulty.class, Duration.ofSeconds(1), errors)) {
      assertThat(worker.explore(request("hangs")))
          .satisfies(hang -> assertThat(hang.ending()).isEqualTo(Observation.Ending.HUNG))
          .satisfies(hang -> assertThat(hang.text()).contains("WorkerTest$Faulty.hang"));
      assertThat(worker.explore(request("halts")))
          .satisfies(crash -> assertThat(crash.ending()).isEqualTo(Observation.Ending.CRASHED))
          .satisfies(crash -> assertThat(crash.text()).contains("exit code 7"));
      assertThat(worker.explore(request("prints")).text()).isEqualTo("as it should");
      assertThat(worker.explore(request("answers")).text()).isEqualTo("as it should");
    }
  }

  private static Request request(String program) {
    return new Request(program, Rewriting.NONE, List.of());
  }
}
