package dev.safebank.console.text;

/**
 * Makes text from evidence safe to display: invisible, reordering and control characters are
 * replaced by their code points, so that a hostile string can neither rearrange a line nor send
 * commands to a terminal.
 */
public final class TextSanitizer {

  private TextSanitizer() {}

  /**
   * Replaces control characters other than tab and line feed, bidirectional marks, invisible
   * formatting characters and unpaired surrogates by {@code ⟨U+XXXX⟩}; all else stays.
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(TextSanitizer::hidden)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(visible, point));
    return visible.toString();
  }

  /** The text on one line, cut to {@code limit} characters, with its length if it was cut. */
  public static String line(String text, int limit) {
    String line = of(text.replaceAll("\\s+", " "));
    int points = line.codePointCount(0, line.length());
    if (points <= limit) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, limit))
        + "… ("
        + NumberFormats.count(points)
        + " characters)";
  }

  /** The text on one line, with its end left out if it is longer than {@code limit}. */
  public static String shortened(String text, int limit) {
    String line = of(text.replaceAll("\\s+", " "));
    return line.codePointCount(0, line.length()) <= limit
        ? line
        : line.substring(0, line.offsetByCodePoints(0, limit - 1)) + "…";
  }

  private static void append(StringBuilder visible, int point) {
    if (hidden(point)) {
      visible.append(String.format("⟨U+%04X⟩", point));
    } else {
      visible.appendCodePoint(point);
    }
  }

  private static boolean hidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> true;
      default -> point == 0xFFFE || point == 0xFFFF;
    };
  }
}
