package dev.safebank.report.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the text of a Javadoc comment into blocks, so that a page need not trust its HTML. */
public final class JavadocText {

  private static final Pattern TOKEN = Pattern.compile(
      "\\{@(?<tag>\\w+)\\s+(?<body>[^}]*)}|<(?<close>/)?(?<element>b|strong|i|em|code)>|<[^>]*>");
  private static final Pattern PREFORMATTED =
      Pattern.compile("<pre>(?<text>.*?)</pre>", Pattern.DOTALL);
  private static final Pattern PARAGRAPH = Pattern.compile("\\s*</?p>\\s*|\\n\\s*\\n");

  private JavadocText() {}

  /** A paragraph or a preformatted text. */
  public sealed interface Block {}

  /** Running text. */
  public record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  /** Text whose line breaks and spaces are kept. */
  public record Preformatted(String text) implements Block {}

  /**
   * Text in one style.
   *
   * @param text without markup
   */
  public record Span(String text, Style style) {}

  /** The style of a span. */
  public enum Style {
    PLAIN,
    STRONG,
    EMPHASIS,
    CODE,
    /** The name of a class, perhaps of another variant. */
    REFERENCE
  }

  /**
   * The section of a story that begins with a strong title, without that title; it ends where the
   * next one begins. Empty if there is no such section.
   */
  public static List<Block> section(List<Block> story, String title) {
    List<Block> section = new ArrayList<>();
    boolean inside = false;
    for (Block block : story) {
      Optional<String> strong = title(block);
      if (strong.isPresent()) {
        inside = strong.get().equals(title);
        if (inside && block instanceof Paragraph paragraph) {
          section.add(
              new Paragraph(paragraph.spans().subList(1, paragraph.spans().size())));
        }
      } else if (inside) {
        section.add(block);
      }
    }
    return section;
  }

  private static Optional<String> title(Block block) {
    return block instanceof Paragraph paragraph
            && !paragraph.spans().isEmpty()
            && paragraph.spans().get(0).style() == Style.STRONG
        ? Optional.of(paragraph.spans().get(0).text())
        : Optional.empty();
  }

  static List<Block> parse(String comment, UnaryOperator<String> constants) {
    String text = comment
        .lines()
        .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
        .takeWhile(line -> !line.startsWith("@"))
        .reduce("", (all, line) -> all + line + "\n");
    List<Block> blocks = new ArrayList<>();
    Matcher preformatted = PREFORMATTED.matcher(text);
    int end = 0;
    while (preformatted.find()) {
      paragraphs(text.substring(end, preformatted.start()), constants, blocks);
      blocks.add(new Preformatted(unescaped(preformatted.group("text")).strip()));
      end = preformatted.end();
    }
    paragraphs(text.substring(end), constants, blocks);
    return blocks;
  }

  private static void paragraphs(String text, UnaryOperator<String> constants, List<Block> blocks) {
    PARAGRAPH
        .splitAsStream(text)
        .filter(paragraph -> !paragraph.isBlank())
        .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
        .forEach(paragraph -> blocks.add(new Paragraph(spans(paragraph, constants))));
  }

  private static List<Span> spans(String paragraph, UnaryOperator<String> constants) {
    List<Span> spans = new ArrayList<>();
    Style style = Style.PLAIN;
    Matcher token = TOKEN.matcher(paragraph);
    int end = 0;
    while (token.find()) {
      add(spans, paragraph.substring(end, token.start()), style);
      if (token.group("tag") != null) {
        spans.add(inline(token.group("tag"), token.group("body").strip(), constants));
      } else if (token.group("element") != null) {
        style = token.group("close") == null ? styleOf(token.group("element")) : Style.PLAIN;
      }
      end = token.end();
    }
    add(spans, paragraph.substring(end), style);
    return spans;
  }

  private static void add(List<Span> spans, String text, Style style) {
    if (!text.isEmpty()) {
      spans.add(new Span(unescaped(text), style));
    }
  }

  private static Span inline(String tag, String body, UnaryOperator<String> constants) {
    return switch (tag) {
      case "link", "linkplain" -> reference(body);
      case "value" -> new Span(constants.apply(body.replaceFirst("^#", "")), Style.PLAIN);
      case "literal" -> new Span(body, Style.PLAIN);
      default -> new Span(body, Style.CODE);
    };
  }

  private static Span reference(String body) {
    String[] targetAndLabel = body.split("\\s+(?![^(]*\\))", 2);
    if (targetAndLabel.length == 2) {
      return new Span(targetAndLabel[1], Style.PLAIN);
    }
    String shown = body.replaceFirst("^#", "").replace('#', '.');
    return new Span(shown, Style.REFERENCE);
  }

  private static Style styleOf(String element) {
    return switch (element) {
      case "b", "strong" -> Style.STRONG;
      case "i", "em" -> Style.EMPHASIS;
      default -> Style.CODE;
    };
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u00a0")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
