package dev.safebank.stress.command;

import dev.safebank.console.JavaCommand;
import dev.safebank.console.UserError;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.VariantFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A child JVM with the options of this one that explores the programs of some variants. */
final class ProgramProcess implements AutoCloseable {

  private final Path folder;
  private final Path evidence;
  private final Process process;

  /** Starts the child. It ends with this JVM, whatever happens. */
  ProgramProcess(List<VariantFacts> variants, String scopes) throws IOException {
    this.folder = Files.createTempDirectory("safebank-programs");
    this.evidence = folder.resolve("programs.ndjson");
    List<String> command = JavaCommand.of(
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        List.of(),
        ExploreProgramsCommand.class.getName(),
        List.of(
            "--stress.variants="
                + variants.stream().map(VariantFacts::name).collect(Collectors.joining(",")),
            "--" + ScopeOption.NAME + "=" + scopes,
            "--evidence=" + evidence));
    this.process = new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * Waits for the end of the child and returns its records.
   *
   * @throws UserError if it failed; it has said why
   */
  List<ScopeRecord> records() throws IOException, InterruptedException {
    int code = process.waitFor();
    if (code != 0) {
      throw new UserError(
          "A process that explores programs ended with code %d. What it said is above; with --processes=1 there is none."
              .formatted(code));
    }
    List<EvidenceRecord> records = new ArrayList<>();
    EvidenceReader.read(evidence, records::add);
    return records.stream()
        .filter(ScopeRecord.class::isInstance)
        .map(ScopeRecord.class::cast)
        .toList();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
