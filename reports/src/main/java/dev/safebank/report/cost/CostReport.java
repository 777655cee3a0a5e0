package dev.safebank.report.cost;

import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.cost.BenchmarkRun;
import dev.safebank.evidence.cost.OriginalProgramRun;
import dev.safebank.evidence.cost.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The results of the benchmarks and of the original program, as far as there are any.
 *
 * @param benchmarks empty if there are no usable results
 * @param original empty if there are no usable results
 * @param problems why a file that is there is not used, a sentence each
 */
public record CostReport(
    Optional<BenchmarkResults> benchmarks,
    Optional<OriginalProgramRun> original,
    List<String> problems) {

  /** No results. */
  public static final CostReport NONE =
      new CostReport(Optional.empty(), Optional.empty(), List.of());

  public CostReport {
    problems = List.copyOf(problems);
  }

  /** Reads the results in a folder, which need not exist. */
  public static CostReport in(Path folder) {
    List<String> problems = new ArrayList<>();
    Optional<BenchmarkRun> benchmarks = read(
        () -> ResultFile.readBenchmarks(folder.resolve(BenchmarkRun.FILE)),
        BenchmarkRun.FILE,
        problems);
    Optional<OriginalProgramRun> original = read(
        () -> ResultFile.readOriginalProgram(folder.resolve(OriginalProgramRun.FILE)),
        OriginalProgramRun.FILE,
        problems);
    return new CostReport(benchmarks.map(BenchmarkResults::new), original, problems);
  }

  private interface Reader<R> {
    Optional<R> read() throws IOException;
  }

  private static <R> Optional<R> read(Reader<R> reader, String name, List<String> problems) {
    try {
      return reader.read();
    } catch (EvidenceException e) {
      problems.add(e.getMessage());
    } catch (IOException e) {
      problems.add("%s: cannot be read (%s).".formatted(name, e.getClass().getSimpleName()));
    }
    return Optional.empty();
  }
}
