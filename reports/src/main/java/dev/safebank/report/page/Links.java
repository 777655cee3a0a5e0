package dev.safebank.report.page;

import dev.safebank.model.Promise;
import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where things are: a file for every variant, an anchor for every promise and scenario. */
public final class Links {

  /** The folder of the variants' pages, beside the index. */
  static final String FOLDER = "variants";

  private static final int LONGEST = 80;

  private final Map<String, String> fileByVariant = new LinkedHashMap<>();

  Links(Verdicts verdicts) {
    Set<String> taken = new HashSet<>();
    for (VariantVerdict variant : verdicts.variants()) {
      String stem = slug(variant.name());
      String free = stem;
      for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
        free = stem + "-" + n;
      }
      fileByVariant.put(variant.name(), free + ".html");
    }
  }

  /** The file of a variant's page within {@link #FOLDER}. */
  public String file(String variant) {
    return fileByVariant.get(variant);
  }

  /** Whether a variant has a page. */
  public boolean has(String variant) {
    return fileByVariant.containsKey(variant);
  }

  /** From the index to a variant's page. */
  public String fromIndex(String variant) {
    return FOLDER + "/" + file(variant);
  }

  /** The anchor of a promise, the same on every variant's page. */
  public static String anchor(Promise promise) {
    return "promise-" + promise.words().replace(' ', '-');
  }

  /** The anchor of a scenario, the same on every variant's page. */
  public static String anchor(String scenario) {
    return "scenario-" + slug(scenario);
  }

  private static String slug(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_-]", "_");
    return safe.isEmpty() ? "_" : safe.substring(0, Math.min(LONGEST, safe.length()));
  }
}
