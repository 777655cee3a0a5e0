package dev.safebank.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safebank.evidence.Environment;
import dev.safebank.model.Promise;
import dev.safebank.report.TestReport;
import dev.safebank.report.fixture.Cases;
import dev.safebank.report.fixture.ExploredTests;
import dev.safebank.report.fixture.Prices;
import dev.safebank.report.page.PageRenderer;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.VerdictsFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The pages in a real browser: pages of runs made by hand, and the pages of this build. Pictures of
 * them are kept in {@code target/pictures}.
 */
class PagesInBrowserIT {

  private static final int WIDE = 1280;
  private static final int NARROW = 390;

  private static final String UNSAFE = "all-proved/variants/UnsafeBank.html";
  private static final String DEADLOCK = "all-proved/variants/AccountLocksBank.html";
  private static final String NO_BROWSER =
      "SKIPPED: the pages are not tried in a browser, because there is no Chromium with its"
          + " chromedriver on the PATH (Debian: apt-get install chromium chromium-driver).";
  private static final String OPEN_ALL =
      "for (const details of document.querySelectorAll('details')) details.open = true";
  private static final String WIDER_THAN_THE_WINDOW = """
      return [...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > 391)
        .map(element => element.outerHTML.slice(0, 200))""";

  /**
   * Plays all witnesses of a page step by step, and returns what does not go on or end as it says.
   */
  private static final String PLAY_ALL = """
      const wrong = [];
      for (const player of document.querySelectorAll('.player')) {
        const steps = player.querySelectorAll('.steps > li').length;
        const next = player.querySelector('[aria-label="One step on"]');
        for (let step = 1; step <= steps; step++) {
          next.click();
          const said = player.querySelector('output').textContent;
          if (!said.startsWith('Step ' + step + ' of ' + steps + ': ')) wrong.push(said);
        }
        const outcome = player.querySelector('.outcome').textContent;
        const said = player.querySelector('output').textContent;
        if (!said.endsWith('Ends in ' + outcome + '.') || player.querySelector('.later')) wrong.push(said);
        player.querySelectorAll('.lane-heads > span').forEach((head, lane) => {
          const last = player.querySelectorAll('.sources > div')[lane].textContent;
          const waits = last.endsWith('waits forever');
          if (!waits && !last.endsWith(('has returned ' + head.dataset.returned).trim())) wrong.push(last);
        });
      }
      return wrong;""";

  private static final Path PICTURES = Path.of("target/pictures");

  @TempDir
  private static Path folder;

  private static Optional<Browser> installed = Optional.empty();
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    installed = Browser.start();
    if (installed.isEmpty()) {
      System.out.println(NO_BROWSER);
    }
    assumeTrue(installed.isPresent(), NO_BROWSER);
    browser = installed.get();
    for (Cases run : List.of(Cases.ALL_PROVED, Cases.CLAIM_BROKEN, Cases.NO_EVIDENCE)) {
      render(run.verdicts(), folder.resolve(run.file()));
    }
    TestReport.add(
        folder.resolve("tests"),
        ExploredTests.REPLAY,
        new Environment("Linux", "a CPU", 2, "unknown", "a JVM", Map.of()),
        ExploredTests.all(),
        any -> true);
    Path built =
        Path.of(System.getProperty("outcomes", "target/outcomes")).resolve(VerdictsFile.NAME);
    render(VerdictsFile.read(built), folder.resolve("built"));
  }

  private static void render(Verdicts verdicts, Path into) throws IOException {
    new PageRenderer().render(verdicts, Prices.all(), into);
    Files.writeString(into.resolve("jmh.json"), "[]");
    VerdictsFile.write(into.resolve(VerdictsFile.NAME), verdicts);
  }

  @AfterAll
  static void stop() {
    installed.ifPresent(Browser::close);
  }

  /** Pages, by their paths below the folder; of this build the index, the tour and one variant. */
  static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>(List.of(
        "all-proved/index.html",
        UNSAFE,
        DEADLOCK,
        "all-proved/tour.html",
        "claim-broken/index.html",
        "no-evidence/index.html",
        "tests/index.html",
        "built/index.html"));
    if (Files.exists(folder.resolve("built/tour.html"))) {
      pages.add("built/tour.html");
    }
    try (Stream<Path> built = Files.list(folder.resolve("built/variants"))) {
      built
          .map(file -> "built/variants/" + file.getFileName())
          .filter(page -> page.endsWith(".html"))
          .sorted()
          .limit(1)
          .forEach(pages::add);
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theConsoleStaysEmptyAndNoRequestLeavesThePage(String page) {
    assertThat(browser.requests()).isNotNull();
    browser.open(url(page), WIDE, false);
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests())
        .allMatch(request -> request.contains("\"url\":\"" + url(page) + "\"")
            || request.contains("\"url\":\"data:image/svg+xml,"));
    assertThat((List<?>) browser.run("return performance.getEntriesByType('resource')"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingScrollsSidewaysOnAPhone(String page) throws IOException {
    browser.open(url(page), NARROW, false);
    browser.run(OPEN_ALL);
    assertThat(browser.run(WIDER_THAN_THE_WINDOW)).isEqualTo(List.of());
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) NARROW);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void anAccessibilityCheckerFindsNothingByDayOrByNight(String page) throws IOException {
    for (boolean dark : new boolean[] {false, true}) {
      browser.open(url(page), dark ? WIDE : NARROW, dark);
      browser.run(OPEN_ALL);
      assertThat(axeViolations()).as(dark ? "wide, dark" : "narrow, light").isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void anAccessibilityCheckerFindsNothingWithLessMotionOrInForcedColours(String page)
      throws IOException {
    browser.open(url(page), WIDE, "prefers-reduced-motion", "reduce");
    browser.run(OPEN_ALL);
    assertThat(axeViolations()).as("reduced motion").isEmpty();
    assertThat(browser.run("return document.getAnimations().length")).isEqualTo(0L);
    browser.open(url(page), NARROW, "forced-colors", "active");
    browser.run(OPEN_ALL);
    assertThat(axeViolations()).as("forced colours").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "prefers-color-scheme, dark",
    "prefers-reduced-motion, reduce",
    "forced-colors, active"
  })
  void anAccessibilityCheckerFindsNothingInAWitnessThatPlays(String feature, String value)
      throws IOException {
    browser.open(url("no-evidence/index.html"), NARROW, feature, value);
    browser.open(url(UNSAFE + "#witness-1-step-2"), NARROW, feature, value);
    assertThat(browser.driver().findElements(By.cssSelector("#witness-1 .changed")))
        .hasSize(1);
    assertThat(axeViolations()).isEmpty();
    if (value.equals("reduce")) {
      assertThat(browser.run("return document.querySelector('.changed').getAnimations().length"))
          .isEqualTo(0L);
    }
  }

  @SuppressWarnings("unchecked") // axe's answer is JSON: maps and lists of strings
  private static List<String> axeViolations() throws IOException {
    browser.run(axe());
    Object answer = browser.runAsync("""
        const done = arguments[arguments.length - 1];
        axe.run().then(r => done(r.violations), e => done([{id: 'failed', help: String(e), nodes: []}]))
        """);
    List<String> violations = new ArrayList<>();
    for (Map<String, Object> violation : (List<Map<String, Object>>) answer) {
      List<Map<String, Object>> nodes = (List<Map<String, Object>>) violation.get("nodes");
      String where = nodes.isEmpty()
          ? ""
          : nodes.get(0).get("html") + " " + nodes.get(0).get("failureSummary");
      violations.add("%s: %s (%d×) %s"
          .formatted(violation.get("id"), violation.get("help"), nodes.size(), where));
    }
    return violations;
  }

  private static String axe() throws IOException {
    try (InputStream in = PagesInBrowserIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyLinkOfAnIndexLeadsToItsEvidence() {
    browser.open(url("all-proved/index.html"), WIDE, false);
    TreeSet<String> targets = new TreeSet<>();
    for (WebElement link :
        browser.driver().findElements(By.cssSelector("main a[href*='.html'], main a[href^='#']"))) {
      targets.add(link.getAttribute("href"));
    }
    assertThat(targets).hasSizeGreaterThan(4 * Promise.values().length);
    for (String target : targets) {
      browser.driver().get(target);
      assertThat(browser.run("""
          return location.hash === '' ? document.querySelector('h1') !== null
            : document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null""")).as(target).isEqualTo(true);
    }
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void theMatrixIsUsableByKeyboard() {
    browser.open(url("all-proved/index.html"), WIDE, false);
    WebElement skip = press(Keys.TAB);
    assertThat(skip.getText()).isEqualTo("Skip to the result");
    skip.sendKeys(Keys.ENTER);
    assertThat(press(Keys.TAB).getText()).isEqualTo("The tour");
    assertThat(press(Keys.TAB).getText()).isEqualTo("limits");
    assertThat(press(Keys.TAB).getAttribute("id")).isEqualTo("show-all");
    assertThat(press(Keys.TAB).getText()).isEqualTo("GlobalLockBank");
    WebElement first = press(Keys.TAB);
    assertThat(first.getAttribute("class")).contains("chip");
    assertThat(first.getCssValue("outline-style")).isEqualTo("solid");
    first.sendKeys(Keys.ENTER);
    assertThat(browser.driver().getCurrentUrl())
        .endsWith("variants/GlobalLockBank.html#promise-conserves-money");
  }

  @Test
  void theMatrixShowsTheVariantsThatAreAskedFor() {
    browser.open(url("all-proved/index.html"), WIDE, false);
    assertThat(shownVariants())
        .containsExactly("GlobalLockBank", "UnsafeBank", "LeakyGlobalLockBank", "AccountLocksBank");
    browser.driver().findElement(By.id("show-all")).sendKeys(Keys.ARROW_RIGHT);
    assertThat(browser.driver().findElement(By.id("show-proved")).isSelected()).isTrue();
    assertThat(shownVariants()).containsExactly("GlobalLockBank");
    browser.driver().findElement(By.id("show-broken")).click();
    assertThat(shownVariants())
        .containsExactly("UnsafeBank", "LeakyGlobalLockBank", "AccountLocksBank");
  }

  private static List<String> shownVariants() {
    return browser.driver().findElements(By.cssSelector(".group th > a")).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  private static WebElement press(Keys key) {
    browser.driver().switchTo().activeElement().sendKeys(key);
    return browser.driver().switchTo().activeElement();
  }

  @Test
  void everyWitnessPlaysToItsOutcomeByKeyboard() throws IOException {
    int played = 0;
    for (String page : pages()) {
      browser.open(url(page), WIDE, false);
      browser.run(OPEN_ALL);
      for (WebElement player : browser.driver().findElements(By.cssSelector(".player"))) {
        String outcome = player.findElement(By.cssSelector(".outcome")).getText();
        player.findElement(By.cssSelector("[aria-label='One step on']")).click();
        for (int i = 1; i < player.findElements(By.cssSelector(".steps > li")).size(); i++) {
          assertThat(player.findElement(By.cssSelector(".ended")).isDisplayed()).isFalse();
          press(Keys.ARROW_RIGHT);
        }
        assertThat(player.findElement(By.cssSelector("output")).getText())
            .endsWith("Ends in " + outcome + ".");
        assertThat(player.findElement(By.cssSelector(".ended")).isDisplayed()).isTrue();
        assertThat(player.findElements(By.cssSelector(".graph path.later"))).isEmpty();
        played++;
      }
      assertThat(browser.console()).isEmpty();
    }
    assertThat(played).isGreaterThan(2);
  }

  /** Within the page, since a run has hundreds of witnesses. */
  @Test
  void everyWitnessOfThisBuildPlaysToItsOutcome() throws IOException {
    try (Stream<Path> pages = Files.list(folder.resolve("built/variants"))) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".html")).toList()) {
        browser.open(page.toUri().toString(), WIDE, false);
        assertThat(browser.run(PLAY_ALL)).as("witnesses on %s", page).isEqualTo(List.of());
        assertThat(browser.console()).isEmpty();
      }
    }
  }

  @Test
  void theGraphOfADeadlockClosesWithItsLastStep() {
    browser.open(url(DEADLOCK), WIDE, false);
    WebElement player = browser.driver().findElement(By.cssSelector(".player"));
    WebElement next = player.findElement(By.cssSelector("[aria-label='One step on']"));
    List<Integer> arrows = new ArrayList<>();
    for (int step = 1; step <= 4; step++) {
      next.click();
      arrows.add(player.findElements(By.cssSelector(".graph path:not(.later)")).size());
    }
    assertThat(arrows).containsExactly(1, 2, 3, 4);
    assertThat(player.findElement(By.cssSelector(".bank")).getText())
        .contains("A holds locks[0] (since line 53)", "B waits forever for the lock locks[0]");
    assertThat(player.findElements(By.cssSelector(".sources .now .no")))
        .extracting(WebElement::getText)
        .containsExactly("55", "55");
    assertThat(browser.driver().getCurrentUrl()).endsWith("#witness-1-step-4");
  }

  @Test
  void aLinkToAStepShowsThatStep() throws IOException {
    browser.open("about:blank", WIDE, false);
    browser.open(url(UNSAFE + "#witness-1-step-3"), WIDE, false);
    WebElement output = browser.driver().findElement(By.cssSelector("#witness-1 output"));
    assertThat(output.getText()).startsWith("Step 3 of 5: validate: reads bank.balances[0]: 50");
    assertThat(browser.driver().findElement(By.cssSelector("#witness-1 .bank")).getText())
        .contains("account 0: 50", "total 150 of 200");
    assertThat(axeViolations()).isEmpty();
  }

  @Test
  void aWitnessIsADrawingThatTheBrowserShows() throws IOException {
    browser.open(url(DEADLOCK), WIDE, false);
    browser.run(OPEN_ALL);
    browser.open(
        browser.driver().findElement(By.cssSelector("a[href$='.svg']")).getAttribute("href"),
        WIDE,
        false);
    assertThat(browser.run("return document.documentElement.nodeName")).isEqualTo("svg");
    assertThat(browser.run("return document.documentElement.textContent"))
        .asString()
        .contains("Ends in DEADLOCK");
    assertThat(browser.console()).isEmpty();
    browser.picture(PICTURES.resolve("drawing.png"));
  }

  @Test
  void withoutTheScriptEveryStepAndTheOutcomeStand() {
    browser.scripts(false);
    try {
      browser.open(url(UNSAFE), WIDE, false);
      assertThat(browser.driver().findElements(By.cssSelector("#witness-1 .steps > li")))
          .hasSize(5)
          .allMatch(WebElement::isDisplayed);
      assertThat(
              browser.driver().findElement(By.cssSelector("#witness-1 .ended")).getText())
          .isEqualTo("Ends in MOVED, 150");
      assertThat(browser.driver().findElements(By.cssSelector("button"))).isEmpty();
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void theCauseOfADeadlockStandsOnTheFirstScreen() {
    browser.open(url(DEADLOCK), WIDE, false);
    for (String part : List.of(".steps", ".blame .code", ".blame p")) {
      long bottom = ((Number) browser.run(
              "return document.querySelector(arguments[0]).getBoundingClientRect().bottom", part))
          .longValue();
      assertThat(bottom).as(part).isLessThan(900);
    }
  }

  @Test
  void verdictsCanBeToldApartWithoutColour() {
    browser.open(url("claim-broken/index.html"), WIDE, false);
    List<WebElement> chips = browser.driver().findElements(By.cssSelector("td .chip:not(.cell)"));
    assertThat(chips).hasSize(4 * Promise.values().length).allSatisfy(chip -> {
      assertThat(chip.getText()).matches("(?s)(HELD|BROKEN|DEADLOCK|STUCK)!?.*");
      assertThat(chip.findElements(By.cssSelector("svg use"))).hasSize(1);
    });
  }

  @ParameterizedTest
  @CsvSource({
    "all-proved/index.html, index",
    "claim-broken/index.html, failing-index",
    "all-proved/variants/UnsafeBank.html, variant",
    "all-proved/variants/UnsafeBank.html#scenario-TransferVersusValidate, interleaving",
    "all-proved/variants/AccountLocksBank.html, deadlock",
    "all-proved/variants/AccountLocksBank.html#witness-1-step-4, player",
    "all-proved/tour.html, tour",
    "all-proved/tour.html#tour-4-1-witness-1-step-4, tour-player",
    "all-proved/variants/LeakyGlobalLockBank.html#scenario-FailedTransfer, stuck",
    "all-proved/index.html#cost, cost",
    "all-proved/variants/UnsafeBank.html#cost, variant-cost",
    "tests/index.html, tests",
    "tests/index.html#test-1-witness-1-step-3, test-player",
    "built/index.html, this-build"
  })
  void picturesAreKeptForPeople(String page, String name) throws IOException {
    browser.open(url(page), WIDE, false);
    browser.picture(PICTURES.resolve(name + "-wide.png"));
    browser.open(url(page), NARROW, true);
    browser.picture(PICTURES.resolve(name + "-narrow-dark.png"));
    assertThat(PICTURES.resolve(name + "-narrow-dark.png")).isNotEmptyFile();
  }

  private static String url(String page) {
    return folder.toUri() + page;
  }
}
