package dev.safebank.faults.mutation;

import java.util.Comparator;
import java.util.List;

/**
 * A replacement of a part of a source text.
 *
 * @param start index of the first character replaced
 * @param end index after the last character replaced
 * @param replacement what stands there instead
 */
record Edit(int start, int end, String replacement) {

  /** Applies edits that do not overlap. */
  static String applyAll(String text, List<Edit> edits) {
    StringBuilder changed = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(edit -> changed.replace(edit.start, edit.end, edit.replacement));
    return changed.toString();
  }
}
