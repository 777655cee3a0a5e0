package dev.safebank.report.page.link;

import dev.safebank.report.source.CodeLine;
import dev.safebank.report.verdict.VerdictLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Links from the steps of a witness to the lines of the variant's source on its page. */
public final class LineLinks {

  private final String className;
  private final Anchors anchors;
  private final Map<Integer, CodeLine> lines;

  /**
   * Links to a source.
   *
   * @param className binary name of the class whose file it is
   * @param code the lines on the page; empty if the source is not at hand
   */
  public LineLinks(String className, List<CodeLine> code, Anchors anchors) {
    this.className = className;
    this.anchors = anchors;
    this.lines = code.stream().collect(Collectors.toMap(CodeLine::number, Function.identity()));
  }

  /** The line at a place; empty if it is not on the page. */
  public Optional<CodeLine> line(VerdictLocation where) {
    boolean here =
        where.className().equals(className) || where.className().startsWith(className + "$");
    return here ? Optional.ofNullable(lines.get(where.line())) : Optional.empty();
  }

  /** The id of the line at a place; empty if it is not on the page. */
  public String id(VerdictLocation where) {
    return line(where).map(line -> anchors.line(line.number())).orElse("");
  }
}
