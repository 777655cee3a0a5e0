package dev.safebank.report.page.link;

import dev.safebank.report.verdict.VariantVerdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The links between the pages of a report, which are files of their own or parts of one file. */
public final class Links {

  /** The folder of the variants' pages, beside the index. */
  public static final String FOLDER = "variants";

  /** The tour's file, beside the index. */
  public static final String TOUR_FILE = "tour.html";

  /** The id of the tour in a report that is one file. */
  public static final String TOUR_ID = "tour";

  private final Map<String, String> stemByVariant = new LinkedHashMap<>();
  private final boolean oneFile;

  private Links(Verdicts verdicts, boolean oneFile) {
    this.oneFile = oneFile;
    Set<String> taken = new HashSet<>();
    for (VariantVerdict variant : verdicts.variants()) {
      String stem = Anchors.slug(variant.name());
      String free = stem;
      for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
        free = stem + "-" + n;
      }
      stemByVariant.put(variant.name(), free);
    }
  }

  /** The links of a report whose pages are files of their own. */
  public static Links betweenFiles(Verdicts verdicts) {
    return new Links(verdicts, false);
  }

  /** The links of a report that is one file. */
  public static Links withinOneFile(Verdicts verdicts) {
    return new Links(verdicts, true);
  }

  /** Whether there is one file, and none beside it. */
  public boolean oneFile() {
    return oneFile;
  }

  /** From a variant's page to a part of the index. */
  public String index(String part) {
    return oneFile ? "#" + part : "../index.html#" + part;
  }

  /** From a variant's page to another one's; the name of its file, if it has one. */
  public String file(String variant) {
    return oneFile ? top(variant) : stemByVariant.get(variant) + ".html";
  }

  /** From a variant's page to the drawing of one of its witnesses; the name of that file. */
  public String drawing(String variant, String witness) {
    return stemByVariant.get(variant) + "-" + witness + ".svg";
  }

  /** Whether a variant has a page. */
  public boolean has(String variant) {
    return stemByVariant.containsKey(variant);
  }

  /** The ids on a variant's page. */
  public Anchors anchors(String variant) {
    return oneFile ? new Anchors(stemByVariant.get(variant) + "-") : Anchors.OF_A_WHOLE_FILE;
  }

  /** From the index to a variant's page. */
  public String fromIndex(String variant) {
    return oneFile ? top(variant) : FOLDER + "/" + file(variant);
  }

  /** From the index to what has an id on a variant's page. */
  public String fromIndex(String variant, String id) {
    return oneFile ? "#" + id : fromIndex(variant) + "#" + id;
  }

  /** From the index to the tour. */
  public String tour() {
    return oneFile ? "#" + TOUR_ID : TOUR_FILE;
  }

  /** From the tour to a part of the index, which is beside it. */
  public String indexFromTour(String part) {
    return oneFile ? "#" + part : "index.html#" + part;
  }

  private String top(String variant) {
    return "#" + anchors(variant).id("top");
  }
}
