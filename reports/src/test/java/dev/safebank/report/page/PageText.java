package dev.safebank.report.page;

import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * A page as a reader without eyes for style has it: its text, a line per block or table cell row.
 */
final class PageText {

  private PageText() {}

  static String of(Document page) {
    return of(page, "main");
  }

  /** The text of the part that a selector finds. */
  static String of(Document page, String part) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(new Lines(text), page.select(part).first());
    return text.toString()
        .lines()
        .map(line -> line.replaceAll("\\s+", " ").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private record Lines(StringBuilder text) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.text());
      } else if (node instanceof Element element) {
        text.append(startsLine(element) ? "\n" : element.is(".idea, .where, small") ? " – " : "");
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.is("td, th, dt")) {
          text.append(" | ");
        } else if (startsLine(element)) {
          text.append('\n');
        }
      }
    }

    private static boolean startsLine(Element element) {
      return element.is("p, h1, h2, h3, h4, li, tr, dt, caption, pre, summary, section");
    }
  }
}
