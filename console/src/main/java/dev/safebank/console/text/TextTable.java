package dev.safebank.console.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of plain text. Each column is as wide as its longest cell.
 *
 * @param columns how each column is aligned
 */
public record TextTable(List<Alignment> columns) {

  private static final String GAP = "  ";

  public TextTable {
    columns = List.copyOf(columns);
  }

  /** The side on which a column's cells begin or end. */
  public enum Alignment {
    LEFT,
    RIGHT
  }

  /**
   * The table's lines, without spaces at their ends.
   *
   * @param rows each with a cell for every column
   */
  public List<String> lines(List<List<String>> rows) {
    int[] widths = IntStream.range(0, columns.size())
        .map(column ->
            rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    return IntStream.range(0, columns.size())
        .mapToObj(column -> {
          String cell = row.get(column);
          String padding = " ".repeat(widths[column] - cell.length());
          return columns.get(column) == Alignment.LEFT ? cell + padding : padding + cell;
        })
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
