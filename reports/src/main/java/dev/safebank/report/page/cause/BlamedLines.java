package dev.safebank.report.page.cause;

import dev.safebank.report.page.link.LineLinks;
import dev.safebank.report.text.StepText;
import dev.safebank.report.verdict.VerdictHolder;
import dev.safebank.report.verdict.VerdictLocation;
import dev.safebank.report.verdict.VerdictStep;
import dev.safebank.report.verdict.VerdictWait;
import dev.safebank.report.verdict.VerdictWitness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the source lines that cause an anomaly in a witness: where actors wait or interfere, and
 * where locks were acquired.
 */
final class BlamedLines {

  private static final int MOST_REMARKS = 3;
  private static final int MOST_LINES = 8;

  private record Blamed(String id, String code, List<String> what) {}

  private final LineLinks links;
  private final VerdictWitness.Interleaving witness;
  private final Map<Integer, Blamed> byNumber = new TreeMap<>();

  private BlamedLines(LineLinks links, VerdictWitness.Interleaving witness) {
    this.links = links;
    this.witness = witness;
  }

  static List<Cause.BlamedLine> of(VerdictWitness.Interleaving witness, LineLinks links) {
    BlamedLines lines = new BlamedLines(links, witness);
    witness.waiting().forEach(lines::add);
    if (witness.waiting().isEmpty()) {
      witness.steps().stream().filter(VerdictStep::interferes).forEach(lines::add);
    }
    if (lines.byNumber.isEmpty()) {
      witness.steps().forEach(lines::add);
    }
    return lines.byNumber.entrySet().stream()
        .limit(MOST_LINES)
        .map(entry -> new Cause.BlamedLine(
            entry.getValue().id(),
            entry.getKey(),
            entry.getValue().code(),
            entry.getValue().what()))
        .toList();
  }

  private void add(VerdictWait wait) {
    wait.heldBy()
        .forEach(holder ->
            add(holder.since(), "%s took %s here".formatted(name(holder), wait.resource())));
    add(
        wait.where(),
        "%s waits here for %s"
            .formatted(
                witness.actors().get(wait.actor()), StepText.of(wait.kind(), wait.resource())));
  }

  private String name(VerdictHolder holder) {
    return holder.actor().map(witness.actors()::get).orElse("the constructor");
  }

  private void add(VerdictStep step) {
    add(step.where(), witness.actors().get(step.actor()) + ": " + StepText.of(step));
  }

  private void add(VerdictLocation where, String what) {
    links.line(where).ifPresent(line -> {
      List<String> remarks = byNumber
          .computeIfAbsent(
              line.number(),
              number -> new Blamed(links.id(where), line.text().strip(), new ArrayList<>()))
          .what();
      if (remarks.size() < MOST_REMARKS && !remarks.contains(what)) {
        remarks.add(what);
      }
    });
  }
}
