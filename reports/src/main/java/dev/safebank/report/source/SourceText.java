package dev.safebank.report.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source text of one top-level class.
 *
 * @param simpleName the class's simple name
 * @param text the whole file
 */
public record SourceText(String simpleName, String text) {

  private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+(\\.[\\w$]+)*");
  private static final Pattern DECLARATION =
      Pattern.compile("^(?:@|(?:public |final |abstract )*class )", Pattern.MULTILINE);

  /**
   * Finds the source that lies on the class path as {@code package/Class.java}.
   *
   * @return empty if there is none
   */
  public static Optional<SourceText> find(String className) {
    if (!CLASS_NAME.matcher(className).matches()) {
      return Optional.empty();
    }
    String resource = "/" + className.replace('.', '/') + ".java";
    try (InputStream in = SourceText.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      String simpleName = className.substring(className.lastIndexOf('.') + 1);
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new SourceText(simpleName, text));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  /** The text of the class's Javadoc; empty if it has none. */
  public List<JavadocText.Block> story() {
    String head = text.substring(0, declaration());
    int begin = head.lastIndexOf("/**");
    int end = head.lastIndexOf("*/");
    return begin < 0 || end < begin
        ? List.of()
        : JavadocText.parse(head.substring(begin + 3, end), this::constant);
  }

  /** The code from the class's annotations on, without package, imports and Javadoc. */
  public List<CodeLine> code() {
    int start = declaration();
    int linesBefore = (int) text.substring(0, start).lines().count();
    return CodeLine.numbered(text.substring(start), linesBefore + 1);
  }

  private int declaration() {
    Matcher declaration = DECLARATION.matcher(text);
    return declaration.find() ? declaration.start() : 0;
  }

  private String constant(String name) {
    Matcher declaration =
        Pattern.compile("\\b" + Pattern.quote(name) + "\\s*=\\s*([^;]+);").matcher(text);
    return declaration.find() ? declaration.group(1).strip() : name;
  }
}
