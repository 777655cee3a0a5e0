package dev.safebank.report.page;

import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.words.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell as it stands in the matrix of variants and scenarios.
 *
 * @param seen how many outcomes were seen of how many, or why none
 * @param detail samples and interleavings
 * @param tone the class that sets its tone
 * @param href the evidence
 */
public record CellChip(String seen, String detail, String tone, String href) {

  static CellChip of(CellVerdict cell, String href) {
    List<String> details = new ArrayList<>();
    if (cell.samples() > 0) {
      details.add(Figures.compact(cell.samples()));
    }
    cell.exploration().ifPresent(explored -> details.add(interleavings(explored)));
    return new CellChip(seen(cell), String.join(" + ", details), tone(cell), href);
  }

  /** All of it in one line. */
  public String summary() {
    return detail.isEmpty() ? seen : seen + " · " + detail;
  }

  private static String interleavings(Exploration explored) {
    return Figures.compact(explored.interleavings()) + (explored.complete() ? " int." : "… int.");
  }

  private static String seen(CellVerdict cell) {
    if (cell.status() == CellStatus.SKIPPED && cell.exploration().isPresent()) {
      return reachable(cell) + " reachable";
    }
    if (cell.status() != CellStatus.TESTED) {
      return cell.status().name();
    }
    long seen =
        cell.outcomes().stream().filter(outcome -> outcome.samples() > 0).count();
    return isComplete(cell)
        ? "%d of %d".formatted(seen, reachable(cell))
        : "%d of ≤%d".formatted(seen, Math.max(seen, cell.outcomes().size()));
  }

  private static boolean isComplete(CellVerdict cell) {
    return cell.exploration().filter(Exploration::complete).isPresent();
  }

  private static long reachable(CellVerdict cell) {
    return cell.outcomes().stream().filter(OutcomeVerdict::reachable).count();
  }

  private static String tone(CellVerdict cell) {
    if (!cell.objections().isEmpty()) {
      return "unexpected";
    }
    if (!cell.speaks()) {
      return "untested";
    }
    boolean anomalies = cell.outcomes().stream()
        .anyMatch(outcome -> outcome.kind() != OutcomeKind.SERIAL && outcome.witnessed());
    return anomalies ? "admitted" : "plain";
  }
}
