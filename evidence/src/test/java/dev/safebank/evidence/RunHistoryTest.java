package dev.safebank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {

  @TempDir
  private Path folder;

  @Test
  void aRunThatMeasuresNothingLeavesTheEvidenceOfTheRunBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("stress.ndjson"), "old");

    EvidenceWriter.create(file, new RunHistory(5), SampleEvidence.header(), List.of())
        .close();

    assertThat(file).hasContent("old");
    assertThat(names(folder)).containsExactly("stress.ndjson");
  }

  @Test
  void theFirstRecordPutsTheNewFileInPlaceAndKeepsTheOldOne() throws IOException {
    Path file = Files.writeString(folder.resolve("stress.ndjson"), "old");

    try (EvidenceWriter writer =
        EvidenceWriter.create(file, new RunHistory(5), SampleEvidence.header(), List.of())) {
      writer.append(new SkippedRecord(SampleEvidence.TEST, "needs 3 CPUs"));
    }

    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(names(folder.resolve(RunHistory.FOLDER))).singleElement().satisfies(name -> {
      assertThat(name).endsWith("-stress.ndjson");
      assertThat(folder.resolve(RunHistory.FOLDER).resolve(name)).hasContent("old");
    });
  }

  @Test
  void aRunIsInItsPlaceWhileItIsTakenIntoTheHistory() throws IOException {
    Path file = Files.writeString(folder.resolve("stress.ndjson"), "old");

    new RunHistory(5).keep(file);

    assertThat(file).hasContent("old");
  }

  @Test
  void whatIsNoRegularFileIsNeitherOverwrittenNorMovedAway() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("stress.ndjson"));

    assertThatThrownBy(() ->
            EvidenceWriter.create(directory, new RunHistory(5), SampleEvidence.header(), List.of()))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(directory + ": not a regular file");
    assertThat(names(folder)).containsExactly("stress.ndjson");
  }

  @Test
  void theOldestRunsGo() throws IOException {
    Path file = folder.resolve("stress.ndjson");
    for (int run = 1; run <= 5; run++) {
      Files.deleteIfExists(file);
      Files.writeString(file, "run " + run);
      Files.setLastModifiedTime(file, FileTime.fromMillis(run * 1000L));
      new RunHistory(2).keep(file);
    }

    assertThat(names(folder.resolve(RunHistory.FOLDER)))
        .containsExactly("19700101-000004-000-stress.ndjson", "19700101-000005-000-stress.ndjson");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
