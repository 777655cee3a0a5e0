package dev.safebank.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.ExploredTests;
import dev.safebank.report.fixture.Golden;
import dev.safebank.report.fixture.HostileTexts;
import dev.safebank.report.fixture.Interleavings;
import dev.safebank.report.verdict.EnvironmentInfo;
import dev.safebank.report.verdict.jcstress.TestVerdict;
import dev.safebank.report.verdict.jcstress.TestVerdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestsPageTest {

  @TempDir
  private Path folder;

  private Document page(List<TestVerdict> tests) throws IOException {
    Path file = folder.resolve("index.html");
    EnvironmentInfo here =
        new EnvironmentInfo("Linux", "a CPU", 2, "unknown", "a JVM", Map.of("safebank", "1"));
    new PageRenderer()
        .render(new TestVerdicts(TestVerdicts.SCHEMA, ExploredTests.REPLAY, here, tests), file);
    return Jsoup.parse(file);
  }

  @Test
  void thePageReadsAsKept() throws IOException {
    Golden.assertSame("page-tests", PageText.of(page(ExploredTests.all())) + "\n");
  }

  @Test
  void whatNeedsAttentionIsOpenAndWhatIsProvedIsNot() throws IOException {
    Document page = page(ExploredTests.all());

    assertThat(page.select("details.scenario[open] > summary h3").eachText())
        .hasSize(5)
        .doesNotContain("AtomicCounterTest");
    assertThat(page.select("details.scenario:not([open]) > summary h3").eachText())
        .containsExactly("AtomicCounterTest");
    assertThat(page.select("details.witness[open] .ended").eachText())
        .containsExactly("Ends in MOVED, 150", "Ends in STUCK");
  }

  @Test
  void everyIdIsUniqueAndEveryLinkLeadsThere() throws IOException {
    Document page = page(ExploredTests.all());
    Files.writeString(folder.resolve("verdicts.json"), "{}");

    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("a[href], use[href]").eachAttr("href")).allSatisfy(href -> {
      if (href.startsWith("#")) {
        assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
      } else if (!href.startsWith("data:image/svg+xml;base64,")) {
        assertThat(folder.resolve(href)).exists();
      }
    });
  }

  @Test
  void thePageNeedsNoOtherFileAndRunsNothingButItsScript() throws IOException {
    Document page = page(ExploredTests.all());

    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .contains("default-src 'none'", "script-src '" + Script.load().hash() + "'")
        .doesNotContain("unsafe");
    assertThat(page.select("script").eachAttr("src")).isEmpty();
    assertThat(page.select("script").first().data()).isEqualTo(Script.load().text());
    assertThat(page.select("[style], [onclick], [onerror], iframe, img")).isEmpty();
  }

  @Test
  void hostileTextIsShownAsText() throws IOException {
    List<String> hostile = HostileTexts.ALL;
    Document page = page(IntStream.range(0, hostile.size())
        .mapToObj(i -> ExploredTests.of(hostile.get(i), hostile.get(i), Interleavings.tornTotal()))
        .toList());

    assertThat(page.select("script").eachText()).allMatch(Script.load().text()::equals);
    assertThat(page.select("img, iframe, object")).isEmpty();
    assertThat(page.getAllElements())
        .allMatch(element -> element.attributes().asList().stream()
            .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(Files.readString(folder.resolve("index.html")))
        .doesNotContain("\u202e", "\u2066", "\u0000", "\u001b");
    assertThat(page.text()).contains("</script><img src=x onerror=alert(1)>", "⟨U+202E⟩abc");
  }
}
