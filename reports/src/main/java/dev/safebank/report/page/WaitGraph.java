package dev.safebank.report.page;

import dev.safebank.report.words.VisibleText;
import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.Blockage.BlockedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Who waits for what, drawn: actors and locks around a ring for a cycle, line by line otherwise.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param nodes boxes
 * @param arrows from box to box
 */
public record WaitGraph(int width, int height, List<Node> nodes, List<Arrow> arrows) {

  private static final int BOX_WIDTH = 156;
  private static final int BOX_HEIGHT = 32;
  private static final int LABEL = 24;

  /**
   * A box.
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
   */
  public record Arrow(String path, String label, int labelX, int labelY) {}

  static WaitGraph of(Blockage blockage) {
    return blockage.kind() == Blockage.Kind.DEADLOCK && blockage.threads().size() > 1
        ? ring(blockage.threads())
        : lines(blockage.threads());
  }

  private static WaitGraph ring(List<BlockedThread> threads) {
    int width = threads.size() == 2 ? 360 : 560;
    int height = threads.size() == 2 ? 220 : 320;
    int count = threads.size() * 2;
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double angle = Math.PI + 2 * Math.PI * i / count;
      int x = (int) Math.round(width / 2.0 + (width - BOX_WIDTH - 4) / 2.0 * Math.cos(angle));
      int y = (int) Math.round(height / 2.0 + (height - BOX_HEIGHT - 4) / 2.0 * Math.sin(angle));
      BlockedThread thread = threads.get(i / 2);
      nodes.add(i % 2 == 0 ? actor(x, y, thread.actor()) : lock(x, y, thread.waitsFor()));
    }
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arrows.add(
          arrow(nodes.get(i), nodes.get((i + 1) % count), i % 2 == 0 ? "waits for" : "held by"));
    }
    return new WaitGraph(width, height, nodes, arrows);
  }

  private static WaitGraph lines(List<BlockedThread> threads) {
    List<Node> nodes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    int y = BOX_HEIGHT / 2 + 2;
    for (BlockedThread thread : threads) {
      Node actor = actor(BOX_WIDTH / 2 + 2, y, thread.actor());
      Node lock = lock(360 - BOX_WIDTH / 2 - 2, y, thread.waitsFor());
      nodes.add(actor);
      nodes.add(lock);
      arrows.add(arrow(actor, lock, "waits for"));
      y += 2 * BOX_HEIGHT;
    }
    return new WaitGraph(360, Math.max(BOX_HEIGHT + 4, y - BOX_HEIGHT), nodes, arrows);
  }

  private static Node actor(int x, int y, String name) {
    return new Node(x, y, VisibleText.shortened(name, LABEL), true);
  }

  private static Node lock(int x, int y, String name) {
    return new Node(x, y, name.isBlank() ? "unknown" : VisibleText.shortened(name, LABEL), false);
  }

  private static Arrow arrow(Node from, Node to, String label) {
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
        path, label, (from.x() + to.x()) / 2, (from.y() + to.y()) / 2 + (dy == 0 ? -6 : 4));
  }
}
