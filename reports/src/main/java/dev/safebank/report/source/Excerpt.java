package dev.safebank.report.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * An excerpt of a source: the relevant lines, each with its context.
 *
 * @param rows the lines in their order, and a row for each gap between them
 */
public record Excerpt(List<ExcerptRow> rows) {

  /** How many lines before and after one that matters are shown. */
  private static final int CONTEXT = 2;

  /**
   * A line, or a gap.
   *
   * @param line empty for a gap
   * @param leftOut how many lines a gap stands for
   */
  public record ExcerptRow(Optional<CodeLine> line, int leftOut) {}

  public Excerpt {
    rows = List.copyOf(rows);
  }

  /** The lines that matter of some code. */
  public static Excerpt of(List<CodeLine> code, Predicate<CodeLine> matters) {
    List<ExcerptRow> rows = new ArrayList<>();
    int gap = 0;
    for (int i = 0; i < code.size(); i++) {
      if (!near(code, i, matters)) {
        gap++;
        continue;
      }
      if (gap > 0 && !rows.isEmpty()) {
        rows.add(new ExcerptRow(Optional.empty(), gap));
      }
      gap = 0;
      rows.add(new ExcerptRow(Optional.of(code.get(i)), 0));
    }
    return new Excerpt(rows);
  }

  private static boolean near(List<CodeLine> code, int index, Predicate<CodeLine> matters) {
    return IntStream.rangeClosed(index - CONTEXT, index + CONTEXT)
        .filter(i -> i >= 0 && i < code.size())
        .mapToObj(code::get)
        .anyMatch(matters);
  }
}
