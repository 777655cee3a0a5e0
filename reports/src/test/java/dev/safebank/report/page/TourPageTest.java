package dev.safebank.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Promise;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.fixture.Cases;
import dev.safebank.report.fixture.Golden;
import dev.safebank.report.fixture.Prices;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.Scenarios;
import dev.safebank.report.page.link.Links;
import dev.safebank.report.page.tour.Tour;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourPageTest {

  @TempDir
  private Path folder;

  /** Without its lines of code, which are another module's. */
  @Test
  void theTourReadsAsKept() throws IOException {
    Document tour = tour(Cases.ALL_PROVED.verdicts(), CostReport.NONE);
    tour.select(".stop > .code").remove();
    Golden.assertSame("page-tour", PageText.of(tour) + "\n");
  }

  @Test
  void theIndexLeadsToIt() throws IOException {
    tour(Cases.ALL_PROVED.verdicts(), CostReport.NONE);
    assertThat(Jsoup.parse(folder.resolve("index.html"))
            .select("a[href=%s]".formatted(Links.TOUR_FILE)))
        .hasSize(1);
  }

  @Test
  void everyVariantOfTheStoryHasItsPlaceInOrderEvenIfItWasNotRun() throws IOException {
    Document tour = tour(Cases.ALL_PROVED.verdicts(), CostReport.NONE);
    assertThat(tour.select(".stop > h3").eachText())
        .extracting(heading -> heading.split(" ", 2)[0])
        .containsExactlyElementsOf(Tour.variants());
    assertThat(tour.select(".stop:contains(Not in this run) code.command").eachText())
        .containsExactly(
            "mvn verify -Dstress.variants=NonReentrantLockBank",
            "mvn verify -Dstress.variants=MissedLockBank",
            "mvn verify -Dstress.variants=MixedOrderBank",
            "mvn verify -Dstress.variants=OrderedLocksBank");
  }

  @Test
  void aVariantOfWhichThereIsNoEvidenceIsNamedAsNotRun() throws IOException {
    Document tour = tour(RunFixture.good().outdated("UnsafeBank").verdicts(), CostReport.NONE);
    assertThat(tour.select(".stop").first().text())
        .isEqualTo("UnsafeBank Not in this run. This runs it: mvn verify"
            + " -Dstress.variants=UnsafeBank");
  }

  @Test
  void aBreakIsShownByItsStepsBesideTheLinesThatTheyName() throws IOException {
    Document tour = tour(Cases.ALL_PROVED.verdicts(), CostReport.NONE);
    Element deadlock = tour.select(".stop:has(a[href$=AccountLocksBank.html])").first();
    assertThat(deadlock.select(".player .steps > li")).hasSize(4);
    assertThat(deadlock.select(".code > .blamed .no").eachText()).containsExactly("53", "55");
    assertThat(deadlock.select(".steps > li").eachAttr("data-line"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(tour.getElementById(line)).isNotNull());
    assertThat(deadlock.text())
        .contains("“never deadlocks”: DEADLOCK; %d other promises: HELD."
            .formatted(Promise.values().length - 1));
  }

  @Test
  void aRightVariantIsShownByTheLinesThatLock() throws IOException {
    Element right = tour(Cases.ALL_PROVED.verdicts(), CostReport.NONE)
        .select(".stop:has(a[href$=/GlobalLockBank.html])")
        .first();
    assertThat(right.text()).contains(Promise.values().length + " promises: PROVED.");
    assertThat(right.select(".code > .locking")).isNotEmpty();
    assertThat(right.select(".code > .blamed, .player")).isEmpty();
  }

  @Test
  void itEndsWithThePriceOfWhatWasMeasured() throws IOException {
    Element price = price(tour(Cases.ALL_PROVED.verdicts(), Prices.all()));
    assertThat(price.select("tbody th").eachText())
        .containsExactly("UnsafeBank", "GlobalLockBank", "OrderedLocksBank");
    assertThat(price.text())
        .contains("Not measured: NonReentrantLockBank, LeakyGlobalLockBank, MissedLockBank,"
            + " AccountLocksBank, MixedOrderBank.");
  }

  @Test
  void withoutMeasurementsItSaysHowToGetThem() throws IOException {
    Element price = price(tour(Cases.ALL_PROVED.verdicts(), CostReport.NONE));
    assertThat(price.select("table")).isEmpty();
    assertThat(price.select("code.command").text()).endsWith("-Pbench");
  }

  @Test
  void theOriginalProgramIsToldOfEachVariantThatItRan() throws IOException {
    assertThat(tour(Cases.ALL_PROVED.verdicts(), Prices.all())
            .select(".stop > p:contains(original program)")
            .eachText())
        .containsExactly(
            "The original program, in one run: finished after 62 ms, with 12,345 inconsistent totals"
                + " and 3 overdrafts; money lost in the end: 212.",
            "The original program, in one run: finished after 88 ms, with 0 inconsistent totals and"
                + " 0 overdrafts; money lost in the end: none.");
  }

  @Test
  void aRunOfNoneOfItsVariantsHasNoTourAndLeavesNone() throws IOException {
    tour(Cases.ALL_PROVED.verdicts(), CostReport.NONE);
    RunFixture own = RunFixture.empty().scenarios(List.of(Scenarios.OVERDRAW));
    own.variant("MyBank", "mine", RunFixture.allBut(), "").cells();
    new PageRenderer().render(own.verdicts(), CostReport.NONE, folder);
    assertThat(folder.resolve(Links.TOUR_FILE)).doesNotExist();
    assertThat(Jsoup.parse(folder.resolve("index.html")).text()).doesNotContain("tour");
  }

  private Document tour(Verdicts verdicts, CostReport price) throws IOException {
    new PageRenderer().render(verdicts, price, folder);
    return Jsoup.parse(folder.resolve(Links.TOUR_FILE));
  }

  private static Element price(Document tour) {
    return tour.select("section[aria-labelledby=%s]".formatted(Tour.PRICE_ID)).first();
  }
}
