package dev.safebank.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Promise;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.fixture.Cases;
import dev.safebank.report.fixture.Golden;
import dev.safebank.report.fixture.HostileTexts;
import dev.safebank.report.fixture.Prices;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.Scenarios;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageRendererTest {

  @TempDir
  private Path folder;

  @ParameterizedTest
  @EnumSource
  void thePagesReadAsKept(Cases golden) throws IOException {
    render(golden.verdicts());
    StringBuilder text = new StringBuilder(PageText.of(page("index.html")));
    if (golden == Cases.CLAIM_BROKEN) {
      text.append("\n\n=== GlobalLockBank\n").append(evidence("GlobalLockBank"));
    } else if (golden == Cases.ALL_PROVED) {
      text.append("\n\n=== UnsafeBank\n").append(evidence("UnsafeBank"));
    } else if (golden == Cases.ALL_GOOD) {
      text.append("\n\n=== AccountLocksBank\n").append(evidence("AccountLocksBank"));
      text.append("\n\n=== LeakyGlobalLockBank\n").append(evidence("LeakyGlobalLockBank"));
    }
    Golden.assertSame("page-" + golden.file(), text + "\n");
  }

  @Test
  void everyLinkAndAnchorResolves() throws IOException {
    Verdicts verdicts = Cases.ALL_PROVED.verdicts();
    render(verdicts);
    Files.writeString(folder.resolve("verdicts.json"), "{}");
    for (Path file : pages()) {
      for (Element link : Jsoup.parse(file).select("a[href], use[href]")) {
        assertResolves(file, link.attr("href"));
      }
    }
  }

  private static void assertResolves(Path file, String href) throws IOException {
    int hash = href.indexOf('#');
    Path target = hash == 0
        ? file
        : file.resolveSibling(hash < 0 ? href : href.substring(0, hash)).normalize();
    assertThat(target).as("%s in %s", href, file).exists();
    if (hash >= 0) {
      assertThat(Jsoup.parse(target).getElementById(href.substring(hash + 1)))
          .as("%s in %s", href, file)
          .isNotNull();
    }
  }

  @Test
  void theSingleFileNeedsNoOtherAndEveryLinkAndIdInItIsItsOwn() throws IOException {
    Path file = folder.resolve("single.html");
    new PageRenderer().renderSingle(Cases.ALL_PROVED.verdicts(), Prices.all(), file);
    Document page = Jsoup.parse(file);
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("a[href], use[href]").eachAttr("href"))
        .hasSizeGreaterThan(100)
        .allSatisfy(href -> {
          if (href.startsWith("data:image/svg+xml;base64,")) {
            return;
          }
          assertThat(href).startsWith("#");
          assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
        });
    assertThat(page.select("article.variant").eachAttr("id"))
        .containsExactly(
            "tour",
            "UnsafeBank-top",
            "LeakyGlobalLockBank-top",
            "GlobalLockBank-top",
            "AccountLocksBank-top");
  }

  @Test
  void everyIdIsUniqueOnItsPage() throws IOException {
    render(Cases.ALL_PROVED.verdicts());
    for (Path file : pages()) {
      assertThat(Jsoup.parse(file).select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
  }

  @Test
  void theStylesheetIsTheOneThatThePolicyAllows() throws IOException {
    render(Cases.ALL_GOOD.verdicts());
    Document index = page("index.html");
    String policy = index.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .startsWith("default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe");
    assertThat(Stylesheet.load().css()).isEqualTo(index.select("style").first().data());
    assertThat(index.select("script, [style], [onclick], [onerror], iframe, img"))
        .isEmpty();
  }

  @Test
  void theScriptOfAVariantsPageIsTheOneThatThePolicyAllows() throws IOException {
    render(Cases.ALL_GOOD.verdicts());
    Document variant = page("variants/AccountLocksBank.html");
    Script script = Script.load();
    assertThat(variant.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .contains("script-src '" + script.hash() + "'")
        .doesNotContain("unsafe");
    assertThat(variant.select("script")).hasSize(1);
    assertThat(variant.select("script").first().data()).isEqualTo(script.text());
    assertThat(variant.select("[style], [onclick], [onerror], iframe, img")).isEmpty();
  }

  @Test
  void aBrokenPromiseLeadsToItsCauseNotToTheFirstScenario() throws IOException {
    render(Cases.ALL_PROVED.verdicts());
    Document index = page("index.html");
    assertThat(index.select("td a:has(use[href=#g-deadlock])").eachAttr("href"))
        .containsExactly("variants/AccountLocksBank.html#why-never-deadlocks");
    Element cause = page("variants/AccountLocksBank.html")
        .getElementById("why-never-deadlocks")
        .closest(".cause");
    assertThat(cause.hasAttr("open")).isTrue();
    assertThat(cause.select(".program").text()).contains("transfer(0, 1, 60) ‖ transfer(1, 0, 60)");
    assertThat(cause.select(".blame .blamed .no").eachText()).containsExactly("53", "55");
    assertThat(cause.select(".blame").text())
        .contains("A took locks[0] here", "A waits here for the lock locks[1]", "OrderedLocksBank");
    assertThat(cause.select(".graph .edge").eachAttr("data-step"))
        .containsExactlyInAnyOrder("1", "2", "3", "4");
  }

  @Test
  void aWitnessCanBeTakenAlongAsAFileBesideItsPage() throws IOException {
    render(Cases.ALL_PROVED.verdicts());
    Path variants = folder.resolve("variants");
    Path stale = Files.writeString(variants.resolve("GoneBank-witness-1.svg"), "<svg/>");
    render(Cases.ALL_PROVED.verdicts());
    assertThat(stale).doesNotExist();
    Element link =
        page("variants/AccountLocksBank.html").select("a[href$=.svg]").first();
    assertThat(link.attr("href")).isEqualTo("AccountLocksBank-witness-1.svg");
    assertThat(variants.resolve(link.attr("href")))
        .content()
        .startsWith("<svg xmlns=")
        .contains("AccountLocksBank: transfer(0, 1, 60) ‖ transfer(1, 0, 60) on [100, 100]");
  }

  @Test
  void whatWasOnlyNeverSeenToBreakIsNotCountedAsKept() throws IOException {
    render(Cases.ALL_PROVED.verdicts());
    assertThat(page("index.html").select("h1").text())
        .isEqualTo("1 of 4 variants is proved on every promise; 3 break what they admit. No"
            + " surprises.");
    assertThat(page("variants/AccountLocksBank.html").select(".lead").text())
        .startsWith(
            "It breaks “never deadlocks”, as it admits. %d were never seen to break, which is no proof."
                .formatted(Promise.values().length - 1));
  }

  @Test
  void hostileTextIsShownAsText() throws IOException {
    List<String> hostile = HostileTexts.ALL;
    RunFixture run = RunFixture.empty().scenarios(List.of(Scenarios.OVERDRAW));
    hostile.forEach(text -> run.variant(text, text, RunFixture.allBut(), text));
    run.cells();
    hostile.forEach(text -> run.sees(text, "Overdraw", text, Map.of(text, 3L)));
    render(run.verdicts());
    assertThat(pages()).hasSize(1 + hostile.size());
    for (Path file : pages()) {
      Document page = Jsoup.parse(file);
      assertThat(page.select("script").eachText()).allMatch(Script.load().text()::equals);
      assertThat(page.select("img, iframe, object")).isEmpty();
      assertThat(page.getAllElements())
          .allMatch(element -> element.attributes().asList().stream()
              .noneMatch(attribute -> attribute.getKey().startsWith("on")));
      assertThat(Files.readString(file))
          .doesNotContain("\u202e", "\u2066", "\u0000", "\u001b")
          .doesNotContainPattern("[\\ud800-\\udbff](?![\\udc00-\\udfff])");
    }
    assertThat(page("index.html").text())
        .contains("</script><img src=x onerror=alert(1)>", "⟨U+202E⟩abc", "⟨U+D83D⟩ and");
  }

  @Test
  void thePriceReadsAsKept() throws IOException {
    new PageRenderer().render(Cases.ALL_PROVED.verdicts(), Prices.all(), folder);
    Document index = page("index.html");
    Document variant = page("variants/UnsafeBank.html");
    String text = PageText.of(index, "section[aria-labelledby=cost]")
        + "\n\n"
        + PageText.of(index, "section[aria-labelledby=original]")
        + "\n\n=== UnsafeBank\n"
        + PageText.of(variant, "section[aria-labelledby=cost]");
    Golden.assertSame("page-price", text + "\n");
    assertThat(variant.select("figure.chart > svg g.own circle")).hasSize(2 + 4);
  }

  @Test
  void aRunWithoutVariantsLeavesNoPageOfAnEarlierRun() throws IOException {
    render(Cases.ALL_GOOD.verdicts());
    render(Cases.NO_EVIDENCE.verdicts());
    assertThat(pages()).containsExactly(folder.resolve("index.html"));
  }

  private void render(Verdicts verdicts) throws IOException {
    new PageRenderer().render(verdicts, CostReport.NONE, folder);
  }

  private Document page(String name) throws IOException {
    return Jsoup.parse(folder.resolve(name));
  }

  /** A variant's page without its story and source, which are another module's. */
  private String evidence(String variant) throws IOException {
    Document page = page("variants/" + variant + ".html");
    page.select("section[aria-labelledby=story], details:not(.cause):has(> .code)")
        .remove();
    page.select(".blame > .code, .blame > p").remove();
    return PageText.of(page);
  }

  private List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(file -> file.toString().endsWith(".html")).sorted().forEach(pages::add);
    }
    return pages;
  }
}
