package dev.safebank.report.page.diagram;

import dev.safebank.console.text.TextSanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A drawing of a wait-for graph: actors and locks around a ring for a cycle, line by line
 * otherwise.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param nodes boxes
 * @param arrows from box to box
 */
public record WaitGraph(int width, int height, List<Node> nodes, List<Arrow> arrows) {

  private static final int BOX_WIDTH = 176;
  private static final int BOX_HEIGHT = 32;
  private static final int LABEL = 24;

  /**
   * An actor or a lock, drawn as a box.
   *
   * @param x its centre
   * @param y its centre
   * @param label what it stands for
   * @param actor whether it is an actor; a lock otherwise
   */
  public record Node(int x, int y, String label, boolean actor) {
    /** The box's left edge. */
    public int left() {
      return x - BOX_WIDTH / 2;
    }

    /** The box's upper edge. */
    public int top() {
      return y - BOX_HEIGHT / 2;
    }

    /** The box's width. */
    public int boxWidth() {
      return BOX_WIDTH;
    }

    /** The box's height. */
    public int boxHeight() {
      return BOX_HEIGHT;
    }
  }

  /**
   * An arrow between the edges of two boxes.
   *
   * @param path as SVG draws it
   * @param label what it says
   * @param labelX where its label is centred
   * @param labelY where its label is centred
   * @param step the step of an interleaving from which on it is there; 0 if always
   */
  public record Arrow(String path, String label, int labelX, int labelY, int step) {}

  /** Draws who waits for what. */
  public static WaitGraph of(List<WaitLink> links) {
    List<WaitLink> cycle = cycle(links);
    return cycle.size() > 1 ? ring(cycle) : lines(links);
  }

  /** The cycle that the first actor is in, in its order; empty if there is none. */
  private static List<WaitLink> cycle(List<WaitLink> links) {
    List<WaitLink> path = new ArrayList<>();
    WaitLink next = links.get(0);
    while (!path.contains(next)) {
      path.add(next);
      String holder = next.holder();
      Optional<WaitLink> following =
          links.stream().filter(link -> link.actor().equals(holder)).findFirst();
      if (following.isEmpty()) {
        return List.of();
      }
      next = following.get();
    }
    return next.equals(path.get(0)) ? path : List.of();
  }

  private static WaitGraph ring(List<WaitLink> links) {
    int width = links.size() == 2 ? 400 : 560;
    int height = links.size() == 2 ? 200 : 320;
    int count = links.size() * 2;
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double angle = Math.PI + 2 * Math.PI * i / count;
      int x = (int) Math.round(width / 2.0 + (width - BOX_WIDTH - 4) / 2.0 * Math.cos(angle));
      int y = (int) Math.round(height / 2.0 + (height - BOX_HEIGHT - 4) / 2.0 * Math.sin(angle));
      WaitLink link = links.get(i / 2);
      nodes.add(i % 2 == 0 ? actor(x, y, link.actor()) : lock(x, y, link.resource()));
    }
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      WaitLink link = links.get(i / 2);
      Node from = nodes.get(i);
      Node to = nodes.get((i + 1) % count);
      arrows.add(
          i % 2 == 0
              ? arrow(from, to, link.waits(), link.waitsFrom())
              : arrow(from, to, link.holds(), link.heldFrom()));
    }
    return new WaitGraph(width, height, nodes, arrows);
  }

  private static WaitGraph lines(List<WaitLink> links) {
    boolean held = links.stream().anyMatch(link -> !link.holder().isEmpty());
    int width = held ? 620 : 400;
    List<Node> nodes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    int y = BOX_HEIGHT / 2 + 2;
    for (WaitLink link : links) {
      Node actor = actor(BOX_WIDTH / 2 + 2, y, link.actor());
      Node lock = lock(held ? width / 2 : width - BOX_WIDTH / 2 - 2, y, link.resource());
      nodes.add(actor);
      nodes.add(lock);
      arrows.add(arrow(actor, lock, link.waits(), link.waitsFrom()));
      if (!link.holder().isEmpty()) {
        Node holder = actor(width - BOX_WIDTH / 2 - 2, y, link.holder());
        nodes.add(holder);
        arrows.add(arrow(lock, holder, link.holds(), link.heldFrom()));
      }
      y += 2 * BOX_HEIGHT;
    }
    return new WaitGraph(width, Math.max(BOX_HEIGHT + 4, y - BOX_HEIGHT), nodes, arrows);
  }

  private static Node actor(int x, int y, String name) {
    return new Node(x, y, TextSanitizer.shortened(name, LABEL), true);
  }

  private static Node lock(int x, int y, String name) {
    return new Node(x, y, name.isBlank() ? "unknown" : TextSanitizer.shortened(name, LABEL), false);
  }

  private static Arrow arrow(Node from, Node to, String label, int step) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double inset = Math.min(
        BOX_WIDTH / 2.0 / Math.max(1, Math.abs(dx)), BOX_HEIGHT / 2.0 / Math.max(1, Math.abs(dy)));
    double length = Math.hypot(dx, dy);
    double gap = 3 / length;
    String path = String.format(
        Locale.ROOT,
        "M%.1f %.1fL%.1f %.1f",
        from.x() + dx * (inset + gap),
        from.y() + dy * (inset + gap),
        to.x() - dx * (inset + 3 * gap),
        to.y() - dy * (inset + 3 * gap));
    return new Arrow(
        path, label, (from.x() + to.x()) / 2, (from.y() + to.y()) / 2 + (dy == 0 ? -10 : 4), step);
  }
}
