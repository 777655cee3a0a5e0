package dev.safebank.report.page;

import java.util.Optional;

/**
 * The stylesheet, embedded in every page.
 *
 * @param css its text
 * @param hash what a content security policy knows it by, e.g. {@code sha256-…}
 */
public record Stylesheet(String css, String hash) {

  /** Reads the stylesheet that comes with the report. */
  static Stylesheet load() {
    InlineResource css = InlineResource.load("report.css");
    return new Stylesheet(css.text(), css.hash());
  }

  /**
   * The policy of a page: nothing is loaded, only this stylesheet applies, and nothing runs but one
   * script.
   *
   * @param script the page's script; empty if it has none
   */
  public String contentSecurityPolicy(Optional<Script> script) {
    return "default-src 'none'; style-src '" + hash + "'; "
        + script.map(allowed -> "script-src '" + allowed.hash() + "'; ").orElse("")
        + "img-src data:; base-uri 'none'; form-action 'none'";
  }
}
