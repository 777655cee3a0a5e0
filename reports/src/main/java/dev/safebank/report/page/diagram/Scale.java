package dev.safebank.report.page.diagram;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Maps values to coordinates of a drawing, linearly or logarithmically.
 *
 * @param least the value at the start
 * @param greatest the value at the end
 * @param logarithmic whether equal factors are equally far apart, or equal differences
 * @param start where the drawing starts
 * @param end where it ends
 */
record Scale(double least, double greatest, boolean logarithmic, double start, double end) {

  private static final int MARKS = 4;

  static Scale of(
      Stream<Double> values, boolean logarithmic, boolean fromZero, double start, double end) {
    DoubleSummaryStatistics range = values.mapToDouble(Double::doubleValue).summaryStatistics();
    double least = fromZero ? 0 : range.getMin();
    double greatest = range.getMax();
    if (logarithmic) {
      return new Scale(Math.max(least, 1e-3), Math.max(greatest, 2e-3), true, start, end);
    }
    double room = greatest > least ? 0 : 1;
    return new Scale(least, greatest + room, false, start, end);
  }

  String at(double value) {
    double share = logarithmic
        ? (Math.log(value) - Math.log(least)) / Math.max(1e-9, Math.log(greatest) - Math.log(least))
        : (value - least) / (greatest - least);
    return String.format(Locale.ROOT, "%.1f", start + share * (end - start));
  }

  /** A few round values in between. */
  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    if (logarithmic) {
      for (double mark = Math.pow(10, Math.ceil(Math.log10(least))); mark <= greatest; mark *= 10) {
        marks.add(mark);
      }
      return marks;
    }
    double step = roundStep((greatest - least) / MARKS);
    for (int i = 0; least + i * step <= greatest; i++) {
      marks.add(least + i * step);
    }
    return marks;
  }

  private static double roundStep(double step) {
    double unit = Math.pow(10, Math.floor(Math.log10(step)));
    double times = step / unit;
    return unit * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }
}
