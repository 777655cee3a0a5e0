package dev.safebank.report.page;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell of the matrix of variants and scenarios, as text and a link.
 *
 * @param seen how many outcomes were seen of how many, or why none
 * @param details samples, interleavings, and how many outcomes nothing explains
 * @param tone the class that sets its tone
 * @param href the evidence
 */
public record CellBadge(String seen, List<String> details, String tone, String href) {

  public CellBadge {
    details = List.copyOf(details);
  }

  static CellBadge of(CellVerdict cell, String href) {
    List<String> details = new ArrayList<>();
    if (cell.samples() > 0) {
      details.add(NumberFormats.compact(cell.samples()));
    }
    cell.exploration().ifPresent(explored -> details.add(interleavings(explored)));
    long unexplained = cell.outcomes().stream()
        .filter(outcome -> outcome.kind() == OutcomeKind.UNEXPLAINED && outcome.witnessed())
        .count();
    if (unexplained > 0) {
      details.add(unexplained + " unexplained");
    }
    return new CellBadge(seen(cell), details, tone(cell), href);
  }

  /** The badge as one line of text. */
  public String summary() {
    return details.isEmpty() ? seen : seen + " · " + String.join(" · ", details);
  }

  private static String interleavings(ExplorationVerdict explored) {
    return NumberFormats.compact(explored.interleavings())
        + (explored.complete() ? " orders" : "… orders");
  }

  private static String seen(CellVerdict cell) {
    long reachable = cell.outcomes().stream().filter(OutcomeVerdict::reachable).count();
    if (cell.status() == CellStatus.SKIPPED && cell.exploration().isPresent()) {
      return "– of " + reachable;
    }
    if (cell.status() != CellStatus.TESTED) {
      return cell.status().name();
    }
    boolean complete = cell.exploration().filter(ExplorationVerdict::complete).isPresent();
    long seen = cell.outcomes().stream()
        .filter(outcome -> outcome.samples() > 0 && (!complete || outcome.reachable()))
        .count();
    return complete
        ? "%d of %d".formatted(seen, reachable)
        : "%d of ≤%d".formatted(seen, cell.outcomes().size());
  }

  private static String tone(CellVerdict cell) {
    if (!cell.objections().isEmpty()) {
      return "unexpected";
    }
    if (!cell.hasEvidence()) {
      return "untested";
    }
    boolean anomalies = cell.outcomes().stream()
        .anyMatch(outcome -> outcome.kind() != OutcomeKind.SERIAL && outcome.witnessed());
    return anomalies ? "admitted" : "plain";
  }
}
