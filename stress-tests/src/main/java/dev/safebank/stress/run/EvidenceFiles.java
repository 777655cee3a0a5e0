package dev.safebank.stress.run;

import dev.safebank.stress.evidence.EvidenceWriter;
import dev.safebank.stress.evidence.Header;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.openjdk.jcstress.os.topology.Topology;

/** Starts the evidence files of a run. */
final class EvidenceFiles {

  private EvidenceFiles() {}

  /**
   * Starts the file that the options name, with a header for these cells.
   *
   * @throws UserError if it cannot be written
   */
  static EvidenceWriter create(RunOptions options, List<StressCell> cells, Topology topology) {
    Header header = new Header(
        Header.SCHEMA,
        Instant.now(),
        ThisMachine.describe(topology),
        options.byName(),
        options.command(),
        distinct(cells, StressCell::variant),
        distinct(cells, StressCell::scenario),
        cells.stream().map(StressCell::facts).toList());
    try {
      return EvidenceWriter.create(options.evidence(), header);
    } catch (IOException e) {
      throw new UserError(
          "Cannot write evidence to %s (%s). Choose another place with --evidence=FILE."
              .formatted(options.evidence().toAbsolutePath(), e.getClass().getSimpleName()),
          e);
    }
  }

  private static <F> List<F> distinct(List<StressCell> cells, Function<StressCell, F> facts) {
    return cells.stream().map(facts).distinct().toList();
  }
}
