package dev.safebank.report.page.diagram;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.cost.BenchmarkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A chart of measurements: lines with error bars.
 *
 * @param title what is shown
 * @param xLabel what goes to the right
 * @param yLabel what goes up
 * @param lines the measurements, this variant's first
 * @param xTicks marks along the bottom
 * @param yTicks marks along the left
 */
public record Chart(
    String title,
    String xLabel,
    String yLabel,
    List<Line> lines,
    List<Tick> xTicks,
    List<Tick> yTicks) {

  /** The width of the drawing. */
  public static final int WIDTH = 360;

  /** The height of the drawing. */
  public static final int HEIGHT = 230;

  private static final int LEFT = 58;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 42;

  /**
   * A line.
   *
   * @param name of the variant
   * @param css the class that sets it
   * @param path through its points, as SVG draws it
   * @param points the measurements
   */
  public record Line(String name, String css, String path, List<Point> points) {}

  /**
   * A measurement.
   *
   * @param x to the right
   * @param y down
   * @param high the upper end of its error bar
   * @param low the lower end of its error bar
   */
  public record Point(String x, String y, String high, String low) {}

  /**
   * A mark on an axis.
   *
   * @param at where
   * @param label what it stands for
   */
  public record Tick(String at, String label) {}

  /** A variant's measurements to be drawn. */
  public record Series(String name, String css, List<BenchmarkResult> measurements) {}

  /**
   * Draws measurements.
   *
   * @param x what goes to the right
   * @param logarithmic whether both axes are, or none and the upward one starts from zero
   */
  public static Chart of(
      String title,
      String xLabel,
      String yLabel,
      List<Series> series,
      ToDoubleFunction<BenchmarkResult> x,
      boolean logarithmic) {
    List<BenchmarkResult> all =
        series.stream().flatMap(one -> one.measurements().stream()).toList();
    List<Double> xs = all.stream().mapToDouble(x).distinct().sorted().boxed().toList();
    Scale across = Scale.of(xs.stream(), logarithmic, false, LEFT, WIDTH - RIGHT);
    Scale up = Scale.of(
        all.stream().flatMap(m -> Stream.of(low(m, logarithmic), high(m))),
        logarithmic,
        !logarithmic,
        HEIGHT - BOTTOM,
        TOP);
    List<Line> lines = new ArrayList<>();
    for (Series one : series) {
      List<Point> points = one.measurements().stream()
          .map(m -> new Point(
              across.at(x.applyAsDouble(m)),
              up.at(m.score()),
              up.at(high(m)),
              up.at(low(m, logarithmic))))
          .toList();
      lines.add(new Line(one.name(), one.css(), path(points), points));
    }
    List<Tick> xTicks =
        xs.stream().map(value -> new Tick(across.at(value), label(value))).toList();
    List<Tick> yTicks =
        up.marks().stream().map(value -> new Tick(up.at(value), label(value))).toList();
    return new Chart(title, xLabel, yLabel, lines, xTicks, yTicks);
  }

  /** Where the drawing's inside begins on the left. */
  public int left() {
    return LEFT;
  }

  /** Where the drawing's inside ends at the bottom. */
  public int bottom() {
    return HEIGHT - BOTTOM;
  }

  /** Where the drawing's inside ends on the right. */
  public int right() {
    return WIDTH - RIGHT;
  }

  private static double high(BenchmarkResult m) {
    return m.score() + m.error().orElse(0.0);
  }

  private static double low(BenchmarkResult m, boolean logarithmic) {
    return Math.max(logarithmic ? m.score() / 10 : 0, m.score() - m.error().orElse(0.0));
  }

  private static String path(List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? "M" : "L").append(point.x()).append(' ').append(point.y());
    }
    return path.toString();
  }

  private static String label(double value) {
    if (value >= 100_000) {
      return NumberFormats.compact(Math.round(value));
    }
    return value == Math.rint(value)
        ? NumberFormats.count(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
