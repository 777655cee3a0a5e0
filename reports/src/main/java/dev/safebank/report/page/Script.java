package dev.safebank.report.page;

/**
 * The one script, which a page with witnesses carries within it: it plays them step by step.
 *
 * @param text the script
 * @param hash what a content security policy knows it by, e.g. {@code sha256-…}
 */
public record Script(String text, String hash) {

  /** Reads the script that comes with the report. */
  static Script load() {
    InlineResource player = InlineResource.load("player.js");
    return new Script(player.text(), player.hash());
  }
}
