package dev.safebank.junit.stress;

import dev.safebank.console.UserError;
import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.stress.command.StressTestsCommand;
import dev.safebank.stress.run.EvidenceFiles;
import dev.safebank.stress.run.cell.ClassHashes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stress has shown of a jcstress test.
 *
 * @param forks the JVMs that were forked
 * @param skipped why none was, if that was on purpose
 * @param failure why it could not be stressed, and what to do, if that is so
 * @param notice that an earlier run is not repeated, if it is not
 */
public record SampledTest(
    List<ForkRecord> forks,
    Optional<String> skipped,
    Optional<String> failure,
    Optional<String> notice) {

  /** How a fork ends for which its test is to blame. */
  private static final Set<ForkStatus> FAULTS = EnumSet.of(ForkStatus.CRASHED, ForkStatus.FAILED);

  public SampledTest {
    forks = List.copyOf(forks);
  }

  /** Stresses a test, if need be. */
  public static SampledTest of(Class<?> test, Path folder, StressRequest request) {
    try {
      String hash = new ClassHashes(test.getClassLoader()).of(test.getName());
      StressEvidence evidence = new StressRun(folder, request)
          .evidence(
              StressTestsCommand.class,
              List.of(test.getName()),
              placeOf(test),
              header -> isOf(test, hash, header));
      List<EvidenceRecord> records = new ArrayList<>();
      EvidenceReader.read(evidence.file(), records::add);
      return new SampledTest(
          only(records, ForkRecord.class).toList(),
          only(records, SkippedRecord.class).map(SkippedRecord::reason).findFirst(),
          Optional.empty(),
          evidence.notice());
    } catch (UserError | IOException failed) {
      return new SampledTest(
          List.of(), Optional.empty(), Optional.of(failed.getMessage()), Optional.empty());
    }
  }

  private static boolean isOf(Class<?> test, String hash, Header header) {
    Map<String, String> options = header.options();
    return test.getName().equals(options.get(EvidenceFiles.TESTS))
        && hash.equals(options.get(EvidenceFiles.CLASSES));
  }

  private static <R> Stream<R> only(List<EvidenceRecord> records, Class<R> type) {
    return records.stream().filter(type::isInstance).map(type::cast);
  }

  /** Where the class comes from: what jcstress knows of it lies there. */
  private static List<Path> placeOf(Class<?> test) {
    try {
      CodeSource source = test.getProtectionDomain().getCodeSource();
      return source == null ? List.of() : List.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException noPath) {
      return List.of();
    }
  }

  /** How often each outcome was seen. */
  public SortedMap<String, Long> outcomes() {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    forks.forEach(fork ->
        fork.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum)));
    return outcomes;
  }

  /** All samples. */
  public long samples() {
    return forks.stream().mapToLong(ForkRecord::samples).sum();
  }

  /** How often an outcome was seen, and where: {@code 12 of 4,096 samples (C1, C2)}. */
  public String sighting(String outcome) {
    Set<String> configurations = forks.stream()
        .filter(fork -> fork.outcomes().containsKey(outcome))
        .map(ForkRecord::configuration)
        .collect(Collectors.toCollection(TreeSet::new));
    return "%s of %s (%s)"
        .formatted(
            NumberFormats.count(outcomes().getOrDefault(outcome, 0L)),
            NumberFormats.count(samples(), "sample"),
            String.join(", ", configurations));
  }

  /** The first fork that died or broke a rule, in words. */
  public Optional<String> fault() {
    return forks.stream()
        .filter(fork -> FAULTS.contains(fork.status()))
        .map(SampledTest::words)
        .findFirst();
  }

  /** Why nothing was seen, although it was to be stressed; empty if something was. */
  public Optional<String> reasonForNoSample() {
    if (samples() > 0) {
      return Optional.empty();
    }
    return skipped
        .or(() -> forks.stream().map(SampledTest::words).findFirst())
        .or(() -> Optional.of("no fork was run"));
  }

  private static String words(ForkRecord fork) {
    return "a fork on %s %s%s"
        .formatted(
            fork.configuration(),
            fork.status(),
            fork.message().isBlank() ? "" : ": " + fork.message().strip());
  }

  /** Who waits for whom, a line for each, where a fork found actors that wait for ever. */
  public List<String> waits() {
    return forks.stream()
        .flatMap(fork -> fork.blockages().stream())
        .limit(1)
        .flatMap(blockage -> blockage.threads().stream())
        .map(SampledTest::words)
        .toList();
  }

  private static String words(Blockage.BlockedThread thread) {
    return "%s is %s, waits for %s, held by %s%s"
        .formatted(
            thread.actor(),
            thread.state(),
            thread.waitsFor().isEmpty() ? "unknown" : thread.waitsFor(),
            thread.heldBy().isEmpty() ? "unknown" : thread.heldBy(),
            thread.stack().stream().findFirst().map(frame -> ", at " + frame).orElse(""));
  }
}
