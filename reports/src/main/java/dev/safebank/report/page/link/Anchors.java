package dev.safebank.report.page.link;

import dev.safebank.model.Promise;

/**
 * The ids of the elements of a variant's page. They are the same on every page, but for a prefix,
 * which tells pages apart that share one file.
 *
 * @param prefix of every id; empty where a page has a file of its own
 */
public record Anchors(String prefix) {

  private static final int LONGEST = 80;

  /** The ids of a page that has a file of its own. */
  public static final Anchors OF_A_WHOLE_FILE = new Anchors("");

  /** The id of a part of the page. */
  public String id(String part) {
    return prefix + part;
  }

  /** The id of the verdict on a promise. */
  public String promise(Promise promise) {
    return id("promise-" + words(promise));
  }

  /** The id of the place that shows how a promise is broken. */
  public String why(Promise promise) {
    return id("why-" + words(promise));
  }

  /** The id of a scenario. */
  public String scenario(String name) {
    return id("scenario-" + slug(name));
  }

  /** The id of a witness, counted from 1. */
  public String witness(int number) {
    return id("witness-" + number);
  }

  /** The id of a line of the variant's source. */
  public String line(int number) {
    return id("L" + number);
  }

  private static String words(Promise promise) {
    return promise.words().replace(' ', '-');
  }

  /** A name as a part of an id or a file's name. */
  public static String slug(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_-]", "_");
    return safe.isEmpty() ? "_" : safe.substring(0, Math.min(LONGEST, safe.length()));
  }
}
