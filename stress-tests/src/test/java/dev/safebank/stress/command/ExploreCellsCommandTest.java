package dev.safebank.stress.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.Completeness;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreCellsCommandTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void writesWhatWasFoundInEachCellChosen(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("exploration.ndjson");

    int code = run(
        "--stress.variants=UnsafeBank,AccountLocksBank",
        "--stress.scenarios=CrossingTransfers",
        "--evidence=" + file);

    List<EvidenceRecord> records = new ArrayList<>();
    Completeness completeness = EvidenceReader.read(file, records::add);
    assertThat(code).isZero();
    assertThat(completeness.complete()).isTrue();
    assertThat(((Header) records.get(0)).cells()).hasSize(2);
    assertThat(records.subList(1, records.size()))
        .extracting(evidence -> ((ExplorationRecord) evidence).test())
        .allMatch(test -> test.endsWith("Bank_CrossingTransfers"))
        .hasSize(2);
    ExplorationRecord deadlocking = records.stream()
        .filter(ExplorationRecord.class::isInstance)
        .map(ExplorationRecord.class::cast)
        .filter(exploration -> exploration.outcomes().containsKey("DEADLOCK"))
        .findFirst()
        .orElseThrow();
    assertThat(deadlocking.incomplete()).isEmpty();
    assertThat(deadlocking.serial()).containsExactly("MOVED, MOVED, 200");
    assertThat(deadlocking.witnesses())
        .filteredOn(witness -> witness.outcome().equals("DEADLOCK"))
        .singleElement()
        .satisfies(witness -> assertThat(witness.waiting()).hasSize(2));
    assertThat(output()).startsWith("explore: 2 cells, ").contains(file.toString());
  }

  @Test
  void aShardKeepsNothingOfAnother(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("exploration.ndjson");
    List<String> explored = new ArrayList<>();

    for (String shard : List.of("1/3", "2/3", "3/3")) {
      int code = run(
          "--stress.variants=UnsafeBank",
          "--stress.scenarios=Overdraw,CrossingTransfers,SelfTransfer",
          "--stress.shard=" + shard,
          "--evidence=" + file);

      List<EvidenceRecord> records = new ArrayList<>();
      assertThat(EvidenceReader.read(file, records::add).complete()).isTrue();
      assertThat(code).isZero();
      assertThat(((Header) records.get(0)).cells()).hasSize(1);
      records.stream().skip(1).forEach(record -> explored.add(((ExplorationRecord) record).test()));
    }

    assertThat(explored).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void refusesAVariantThatDoesNotExist(@TempDir Path folder) {
    int code = run("--stress.variants=Unsafe", "--evidence=" + folder.resolve("e.ndjson"));

    assertThat(code).isEqualTo(2);
    assertThat(output()).startsWith("explore: no variant matches \"Unsafe\".");
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return ExploreCellsCommand.execute(out, out, arguments);
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
