package dev.safebank.report.page.witness;

import dev.safebank.console.text.TextSanitizer;
import dev.safebank.report.page.diagram.WaitGraph;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Draws a witness as a self-contained SVG file: without style sheet, script or embedded font. */
public final class WitnessSvg {

  private static final int LANE = 400;
  private static final int MARGIN = 16;
  private static final int LINE = 18;
  private static final int GAP = 6;

  /** Characters of the monospaced font that fit into a column. */
  private static final int CHARACTERS = 46;

  private static final String INK = "#1b1d1f";
  private static final String BAR = "#8a8f96";
  private static final String ORANGE = "#c4560a";
  private static final String ORANGE_INK = "#6e3500";
  private static final String ORANGE_PAPER = "#fbe7cf";

  private final WitnessView view;
  private final StringBuilder drawing = new StringBuilder(1 << 12);
  private final int width;
  private int y = MARGIN;

  private WitnessSvg(WitnessView view) {
    this.view = view;
    int columns = Math.max(1, view.actors().size()) * LANE;
    int graph = view.graph().map(WaitGraph::width).orElse(0);
    this.width = Math.max(columns, graph) + 2 * MARGIN;
  }

  /**
   * The text of an SVG file.
   *
   * @param heading what the witness is of
   */
  public static String of(WitnessView view, String heading) {
    return new WitnessSvg(view).file(heading);
  }

  /** The same as an address that needs no file. */
  public static String dataUri(WitnessView view, String heading) {
    byte[] file = of(view, heading).getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(file);
  }

  private String file(String heading) {
    for (String line : wrapped(heading, (width - 2 * MARGIN) * CHARACTERS / LANE)) {
      text(MARGIN, line, INK, true);
    }
    y += GAP;
    heads();
    view.steps().forEach(this::step);
    y += GAP;
    text(MARGIN, "Ends in " + view.outcome(), ORANGE_INK, true);
    view.graph().ifPresent(this::graph);
    y += MARGIN;
    String shown = escaped(heading + ", ends in " + view.outcome());
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="%s" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13">
        <title>%s</title>
        <defs><marker id="arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0l8 4-8 4z" fill="%s"/></marker></defs>
        <rect width="%d" height="%d" fill="#ffffff"/>
        %s</svg>
        """.formatted(width, y, width, y, shown, shown, ORANGE_INK, width, y, drawing);
  }

  private void heads() {
    int top = y;
    int bottom = y;
    for (int lane = 0; lane < view.actors().size(); lane++) {
      y = top;
      for (String line : wrapped(view.actors().get(lane).words(), CHARACTERS)) {
        text(left(lane), line, INK, true);
      }
      bottom = Math.max(bottom, y);
    }
    y = bottom + GAP;
    drawing.append("<path d=\"M%d %dH%d\" stroke=\"%s\" stroke-width=\"2\"/>\n"
        .formatted(MARGIN, y, width - MARGIN, BAR));
    y += GAP;
  }

  private void step(LaneStep step) {
    boolean marked = step.mark() != LaneStep.Mark.NONE;
    List<String> lines =
        wrapped("%d. %s (%s)".formatted(step.number(), step.text(), step.where()), CHARACTERS);
    int height = lines.size() * LINE + GAP;
    int left = left(step.lane());
    if (marked) {
      drawing.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
          .formatted(left - 8, y, LANE - 8, height, ORANGE_PAPER));
    }
    drawing.append("<path d=\"M%d %dV%d\" stroke=\"%s\" stroke-width=\"3\"/>\n"
        .formatted(left - 7, y, y + height, marked ? ORANGE : BAR));
    for (String line : lines) {
      text(left, line, marked ? ORANGE_INK : INK, false);
    }
    y += GAP + 2;
  }

  private void graph(WaitGraph graph) {
    y += GAP;
    drawing.append(
        "<g transform=\"translate(%d %d)\" text-anchor=\"middle\">\n".formatted(MARGIN, y));
    for (WaitGraph.Arrow arrow : graph.arrows()) {
      drawing.append(
          "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" marker-end=\"url(#arrow)\"/>\n"
              .formatted(arrow.path(), ORANGE_INK));
    }
    for (WaitGraph.Node node : graph.nodes()) {
      drawing.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>\n"
              .formatted(
                  node.left(),
                  node.top(),
                  node.boxWidth(),
                  node.boxHeight(),
                  node.actor() ? 16 : 3,
                  node.actor() ? "#fbfaf6" : "#fff3bf",
                  INK));
      label(node.x(), node.y(), node.label(), INK);
    }
    for (WaitGraph.Arrow arrow : graph.arrows()) {
      label(arrow.labelX(), arrow.labelY(), arrow.label(), ORANGE_INK);
    }
    drawing.append("</g>\n");
    y += graph.height();
  }

  private void label(int x, int middle, String words, String colour) {
    drawing.append(
        "<text x=\"%d\" y=\"%d\" fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\">%s</text>\n"
            .formatted(x, middle + 4, colour, escaped(words)));
  }

  private void text(int x, String words, String colour, boolean strong) {
    y += LINE;
    drawing.append("<text x=\"%d\" y=\"%d\" fill=\"%s\"%s>%s</text>\n"
        .formatted(x, y - 3, colour, strong ? " font-weight=\"bold\"" : "", escaped(words)));
  }

  private static int left(int lane) {
    return MARGIN + 8 + lane * LANE;
  }

  /** Lines of at most so many characters, broken between words where that is possible. */
  private static List<String> wrapped(String text, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > most) {
      int space = rest.lastIndexOf(' ', most);
      int end = space > 0 ? space : rest.offsetByCodePoints(0, rest.codePointCount(0, most));
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static String escaped(String text) {
    return TextSanitizer.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
