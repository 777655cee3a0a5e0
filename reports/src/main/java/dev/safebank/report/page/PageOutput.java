package dev.safebank.report.page;

import dev.safebank.console.text.TextSanitizer;
import gg.jte.TemplateOutput;

/** Collects the text of a page; invisible characters are replaced by visible ones first. */
final class PageOutput implements TemplateOutput {

  private final StringBuilder page = new StringBuilder(1 << 16);

  @Override
  public void writeContent(String text) {
    page.append(TextSanitizer.of(text));
  }

  @Override
  public void writeContent(String text, int from, int to) {
    writeContent(text.substring(from, to));
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
