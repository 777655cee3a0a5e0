package dev.safebank.report.page;

/**
 * The script that plays witnesses step by step, embedded in every page that shows any.
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
