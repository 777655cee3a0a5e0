package dev.safebank.stress.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.Completeness;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.VariantFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExploreProgramsCommandTest {

  private static final String THREE = "GlobalLockBank,AccountLocksBank,MissedLockBank";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void everyVariantIsExplored(@TempDir Path folder) throws IOException {
    assertThatEachIsExplored(1, folder);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  @Tag("slow")
  void everyVariantIsExploredByHoweverManyProcesses(int processes, @TempDir Path folder)
      throws IOException {
    assertThatEachIsExplored(processes, folder);
  }

  private void assertThatEachIsExplored(int processes, Path folder) throws IOException {
    Path file = folder.resolve("programs.ndjson");

    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int code = ExploreProgramsCommand.execute(
        out,
        out,
        "--stress.variants=" + THREE,
        "--explore.scope=2x1x2:small",
        "--processes=" + processes,
        "--evidence=" + file);

    assertThat(code).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    List<EvidenceRecord> records = new ArrayList<>();
    Completeness completeness = EvidenceReader.read(file, records::add);
    assertThat(completeness.complete()).isTrue();
    assertThat(((Header) records.get(0)).variants())
        .extracting(VariantFacts::name)
        .containsExactlyInAnyOrder(THREE.split(","));
    assertThat(records.subList(1, records.size()))
        .map(ScopeRecord.class::cast)
        .allMatch(ScopeRecord::complete)
        .extracting(ScopeRecord::variant)
        .containsExactlyInAnyOrder(THREE.split(","));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("explore-programs: 63 of 63 programs to their end, ");
  }

  @Test
  void aShardExploresSomeVariantsOrNone(@TempDir Path folder) throws IOException {
    List<String> explored = new ArrayList<>();
    for (int shard = 1; shard <= 4; shard++) {
      Path file = folder.resolve("programs.ndjson");
      PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
      int code = ExploreProgramsCommand.execute(
          out,
          out,
          "--stress.variants=" + THREE,
          "--explore.scope=2x1x2:small",
          "--stress.shard=%d/4".formatted(shard),
          "--processes=1",
          "--evidence=" + file);

      assertThat(code).as(printed.toString(StandardCharsets.UTF_8)).isZero();
      List<EvidenceRecord> records = new ArrayList<>();
      assertThat(EvidenceReader.read(file, records::add).complete()).isTrue();
      records.stream().skip(1).forEach(record -> explored.add(((ScopeRecord) record).variant()));
    }

    assertThat(explored).containsExactlyInAnyOrder(THREE.split(","));
  }
}
