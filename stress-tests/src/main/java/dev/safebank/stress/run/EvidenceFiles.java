package dev.safebank.stress.run;

import dev.safebank.console.CommandErrors;
import dev.safebank.console.UserError;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.RunHistory;
import dev.safebank.evidence.ScopeFacts;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.stress.run.cell.ClassHashes;
import dev.safebank.stress.run.cell.StressCell;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Creates the evidence files of a run. */
public final class EvidenceFiles {

  private EvidenceFiles() {}

  /**
   * Starts the file that the options name, with what an earlier run has recorded.
   *
   * @param cells the cells that the file is about
   * @throws UserError if it cannot be written
   */
  public static EvidenceWriter create(
      RunOptions options,
      List<StressCell> cells,
      EarlierEvidence earlier,
      Environment environment) {
    return create(options, header(options, cells, environment), earlier);
  }

  /**
   * Starts a plan.
   *
   * @param planned the cells that it is about
   * @param all the cells of the class path
   * @param build the name of the build
   * @param scopes the programs that are to be explored on each variant
   * @throws UserError if it cannot be written
   */
  public static EvidenceWriter createPlan(
      RunOptions options,
      List<StressCell> planned,
      List<StressCell> all,
      Environment environment,
      String build,
      List<ScopeFacts> scopes) {
    RunOptions inForce = planned.size() == all.size() ? options.ofAllCells() : options;
    return create(
        options,
        header(inForce, planned, environment).withOption(Header.BUILD, build).withScopes(scopes),
        EarlierEvidence.NONE);
  }

  /**
   * Starts a file about programs.
   *
   * @param given the scopes as the user gave them
   * @throws UserError if it cannot be written
   */
  public static EvidenceWriter createOfPrograms(
      RunOptions options,
      List<VariantFacts> variants,
      List<ScopeFacts> scopes,
      String given,
      Environment environment) {
    Header header = new Header(
        Header.SCHEMA,
        UUID.randomUUID().toString(),
        Instant.now(),
        environment,
        options.byName(),
        options.command(),
        ReplayCommand.programTemplate(),
        variants,
        List.of(),
        List.of(),
        scopes);
    return create(options, header.withOption("explore.scope", given), EarlierEvidence.NONE);
  }

  /** The option, in the header of evidence of tests that are no cells, that names them. */
  public static final String TESTS = "stress.tests";

  /** The option, in that header, that has the hash of their classes. */
  public static final String CLASSES = "stress.classes";

  /**
   * Starts a file about tests that are no cells.
   *
   * @param tests their binary names
   * @throws UserError if it cannot be written
   */
  public static EvidenceWriter createOfTests(
      RunOptions options, List<String> tests, Environment environment) {
    ClassHashes hashes = new ClassHashes(EvidenceFiles.class.getClassLoader());
    Header header = header(options, List.of(), environment)
        .withOption(TESTS, String.join(",", tests))
        .withOption(CLASSES, hashes.of(tests.toArray(String[]::new)));
    return create(options, header, EarlierEvidence.NONE);
  }

  private static EvidenceWriter create(RunOptions options, Header header, EarlierEvidence earlier) {
    try {
      return EvidenceWriter.create(
          options.evidence(), new RunHistory(options.keep()), header, earlier.records());
    } catch (IOException e) {
      throw new UserError(
          "Cannot write evidence to %s (%s). Choose another place with --evidence=FILE."
              .formatted(options.evidence().toAbsolutePath(), CommandErrors.reason(e)),
          e);
    }
  }

  /** The header of a run: its environment, its options and its cells. */
  public static Header header(RunOptions options, List<StressCell> cells, Environment environment) {
    return new Header(
        Header.SCHEMA,
        UUID.randomUUID().toString(),
        Instant.now(),
        environment,
        options.byName(),
        options.command(),
        ReplayCommand.template(),
        distinct(cells, StressCell::variant),
        distinct(cells, StressCell::scenario),
        cells.stream().map(StressCell::facts).toList(),
        List.of());
  }

  private static <F> List<F> distinct(List<StressCell> cells, Function<StressCell, F> facts) {
    return cells.stream().map(facts).distinct().toList();
  }
}
