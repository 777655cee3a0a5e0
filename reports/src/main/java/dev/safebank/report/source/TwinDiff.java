package dev.safebank.report.source;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The line-by-line difference between a variant's code and its twin's.
 *
 * @param rows the lines of both, merged
 */
public record TwinDiff(List<DiffLine> rows) {

  private static final int CONTEXT = 3;

  public TwinDiff {
    rows = List.copyOf(rows);
  }

  /** Which of the two a line is in. */
  public enum Side {
    BOTH,
    ONLY_HERE,
    ONLY_IN_TWIN,
    /** In both, and omitted because it is far from any difference. */
    LEFT_OUT
  }

  /**
   * A line, or a gap where lines are left out.
   *
   * @param side which of the two it is in
   * @param text the line; for a gap, how many lines it stands for
   */
  public record DiffLine(Side side, String text) {}

  /** Compares a variant with its twin; the two class names count as equal. */
  public static TwinDiff between(SourceText variant, SourceText twin) {
    List<String> here = texts(variant);
    List<String> there = texts(twin).stream()
        .map(line -> line.replace(twin.simpleName(), variant.simpleName()))
        .toList();
    List<DiffLine> rows = new ArrayList<>();
    int line = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(there, here).getDeltas()) {
      common(here, line, delta.getTarget().getPosition(), rows);
      if (delta.getType() != DeltaType.INSERT) {
        delta
            .getSource()
            .getLines()
            .forEach(text -> rows.add(new DiffLine(Side.ONLY_IN_TWIN, text)));
      }
      if (delta.getType() != DeltaType.DELETE) {
        delta.getTarget().getLines().forEach(text -> rows.add(new DiffLine(Side.ONLY_HERE, text)));
      }
      line = delta.getTarget().getPosition() + delta.getTarget().size();
    }
    common(here, line, here.size(), rows);
    return new TwinDiff(withoutFarLines(rows));
  }

  /** Lines that are in one of the two only. */
  public long differences() {
    return rows.stream()
        .filter(row -> row.side() == Side.ONLY_HERE || row.side() == Side.ONLY_IN_TWIN)
        .count();
  }

  private static List<String> texts(SourceText source) {
    return source.code().stream()
        .map(CodeLine::text)
        .dropWhile(line -> !line.contains("class " + source.simpleName()))
        .toList();
  }

  private static void common(List<String> lines, int from, int to, List<DiffLine> rows) {
    lines.subList(from, to).forEach(text -> rows.add(new DiffLine(Side.BOTH, text)));
  }

  private static List<DiffLine> withoutFarLines(List<DiffLine> rows) {
    List<DiffLine> near = new ArrayList<>();
    int gap = 0;
    for (int i = 0; i <= rows.size(); i++) {
      if (i < rows.size() && isFar(rows, i)) {
        gap++;
        continue;
      }
      if (gap > 0) {
        near.add(new DiffLine(Side.LEFT_OUT, Integer.toString(gap)));
        gap = 0;
      }
      if (i < rows.size()) {
        near.add(rows.get(i));
      }
    }
    return near;
  }

  private static boolean isFar(List<DiffLine> rows, int index) {
    return IntStream.rangeClosed(index - CONTEXT, index + CONTEXT)
        .filter(i -> i >= 0 && i < rows.size())
        .allMatch(i -> rows.get(i).side() == Side.BOTH);
  }
}
