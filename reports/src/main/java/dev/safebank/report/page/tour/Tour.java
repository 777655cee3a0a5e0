package dev.safebank.report.page.tour;

import dev.safebank.report.cost.CostReport;
import dev.safebank.report.page.link.Links;
import dev.safebank.report.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tour with the results of one run.
 *
 * @param chapters in their order
 */
public record Tour(List<TourChapter> chapters) {

  /** The id of the section about cost. */
  public static final String PRICE_ID = "tour-price";

  /**
   * A chapter with the results of the run.
   *
   * @param id of its heading
   * @param number counted from 1
   * @param title its title
   * @param text what it tells
   * @param stops the variants that it shows
   * @param question what comes after it answers
   * @param next the id of what comes after it
   */
  public record TourChapter(
      String id,
      int number,
      String title,
      String text,
      List<TourStop> stops,
      String question,
      String next) {

    public TourChapter {
      stops = List.copyOf(stops);
    }
  }

  public Tour {
    chapters = List.copyOf(chapters);
  }

  /** The tour of a run; empty if none of its variants was run. */
  public static Optional<Tour> of(Verdicts verdicts, CostReport price, Links links) {
    if (variants().stream().noneMatch(links::has)) {
      return Optional.empty();
    }
    List<TourChapter> chapters = new ArrayList<>();
    for (Chapter chapter : Chapter.STORY) {
      int number = chapters.size() + 1;
      List<TourStop> stops = new ArrayList<>();
      for (Exhibit exhibit : chapter.exhibits()) {
        String prefix = "%s-%d-".formatted(id(number), stops.size() + 1);
        stops.add(TourStop.of(exhibit, verdicts, price, links, prefix));
      }
      chapters.add(new TourChapter(
          id(number),
          number,
          chapter.title(),
          chapter.text(),
          stops,
          chapter.question(),
          number < Chapter.STORY.size() ? id(number + 1) : PRICE_ID));
    }
    return Optional.of(new Tour(chapters));
  }

  /** The names of the variants that it shows. */
  public static List<String> variants() {
    return Chapter.variants();
  }

  private static String id(int chapter) {
    return "tour-" + chapter;
  }
}
