package dev.safebank.explore.soundness.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The referee of real threads: what the explorer proves of two calls on one object of the JDK holds
 * for this JDK, whose threads are held up inside the calls. {@code -Dsafebank.test.pairs=40} takes
 * one pair in forty, by chance.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "safebank.test.pairs", matches = "\\d+")
@Timeout(value = 2, unit = TimeUnit.HOURS)
class PairRefereeTest {

  /** One of so many pairs. */
  private static final int EVERY = Integer.getInteger("safebank.test.pairs", 40);

  private static final String SEED = System.getProperty("safebank.test.seed", "20140122");
  private static final Pattern TOTAL = Pattern.compile("TOTAL (\\d+) pairs, (\\d+) proved.*");
  private static final int MOST_COMPLAINTS = 20;
  private static final String RULES = "dev/safebank/explore/boundary/jdk.rules";
  private static final String ONE_BY_ONE =
      "class java.util.concurrent.LinkedBlockingQueue queue\n  -(i)+order <init>\n  w(i) addAll\n";

  @TempDir
  private static Path folder;

  @BeforeAll
  static void patch() throws IOException {
    PatchedJdk.write(folder.resolve("jdk"));
  }

  @Test
  void realThreadsShowNothingOfAPairOfCallsThatIsNotInItsProof()
      throws IOException, InterruptedException {
    List<String> lines = referee("", ".*", EVERY);

    assertThat(complaints(lines)).isEmpty();
    Matcher total = TOTAL.matcher(lines.get(lines.size() - 1));
    assertThat(total.matches()).as("%s", lines).isTrue();
    System.out.println("referee: " + total.group() + ", seed " + SEED);
    assertThat(Integer.parseInt(total.group(1))).isGreaterThan(8_000 / EVERY);
    assertThat(Integer.parseInt(total.group(2))).isGreaterThan(1_000 / EVERY);
  }

  @Test
  void aRuleThatTakesSeveralInsertionsForOneStepIsSeen() throws IOException, InterruptedException {
    Path rules = folder.resolve("rules").resolve(RULES);
    Files.createDirectories(rules.getParent());
    try (InputStream in = PairRefereeTest.class.getResourceAsStream("/" + RULES)) {
      String right = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(right).contains(ONE_BY_ONE);
      Files.writeString(
          rules,
          right.replace(ONE_BY_ONE, ONE_BY_ONE.replace("w(i) addAll", "w(r)+atomic addAll")));
    }

    List<String> lines =
        referee(folder.resolve("rules") + File.pathSeparator, "emptyBlockingQueue", 1);

    assertThat(complaints(lines))
        .anyMatch(
            line -> line.startsWith("SURPRISE emptyBlockingQueue.addAll[Collection] and size[]"));
  }

  private static List<String> complaints(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("SURPRISE") || line.startsWith("CRASH"))
        .limit(MOST_COMPLAINTS)
        .toList();
  }

  private static List<String> referee(String classPath, String subjects, int every)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "referee", ".txt");
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--patch-module=java.base=" + folder.resolve("jdk"),
            "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx700m",
            "-cp",
            classPath + System.getProperty("java.class.path"),
            PairReferee.class.getName(),
            subjects,
            String.valueOf(every),
            SEED)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
    boolean ended = process.waitFor(every == 1 && subjects.equals(".*") ? 90 : 4, TimeUnit.MINUTES);
    process.destroyForcibly();
    assumeTrue(ended, "this machine is too slow for real threads to take turns");
    int code = process.waitFor();
    List<String> lines = Files.readAllLines(out);
    assertThat(code).as("%s", lines).isZero();
    return lines;
  }
}
