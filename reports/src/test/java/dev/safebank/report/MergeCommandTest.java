package dev.safebank.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.ShardFixture;
import dev.safebank.report.verdict.VerdictsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as users meet it. */
class MergeCommandTest {

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void shardsThatPassAreJudgedAsOneRun() throws IOException {
    new ShardFixture(folder.resolve("shards"), RunFixture.good()).all(3);

    assertThat(merge("report", "shards")).isZero();

    assertThat(printed()).contains("3 shards on 3 machines").contains("Report: ");
    assertThat(VerdictsFile.read(folder.resolve("report/verdicts.json")).pass()).isTrue();
    assertThat(folder.resolve("report/index.html")).exists();
  }

  @Test
  void shardsInSeveralFoldersAreOneRun() throws IOException {
    new ShardFixture(folder.resolve("one"), RunFixture.good()).finished(1, 2);
    new ShardFixture(folder.resolve("other"), RunFixture.good()).finished(2, 2);

    assertThat(merge("report", "one", "other")).isZero();
  }

  @Test
  void aMissingShardIsNoPass() throws IOException {
    new ShardFixture(folder.resolve("shards"), RunFixture.good()).finished(2, 3);

    assertThat(merge("report", "shards")).isEqualTo(MergeCommand.NO_PASS);

    assertThat(printed()).contains("Missing: shard 1/3 on x86_64", "Missing: shard 3/3 on x86_64");
  }

  @Test
  void whatIsRefusedIsSaidInOneLineAndNothingIsJudged() throws IOException {
    new ShardFixture(folder.resolve("shards"), RunFixture.good()).all(2);
    Files.delete(folder.resolve("shards/shard-1-of-2/stress.ndjson"));

    assertThat(merge("report", "shards")).isEqualTo(1);

    assertThat(printed()).startsWith("merge: ").hasLineCount(1);
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @Test
  void needsFolders() {
    assertThat(merge("report")).isEqualTo(2);
    assertThat(printed())
        .isEqualTo("merge: needs 2 arguments or more, the folder of the report, and folders that"
            + " hold the shards' folders, and was given 1.");
  }

  private int merge(String... folders) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    String[] paths = new String[folders.length];
    for (int i = 0; i < folders.length; i++) {
      paths[i] = folder.resolve(folders[i]).toString();
    }
    return MergeCommand.execute(out, out, paths);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).strip();
  }
}
