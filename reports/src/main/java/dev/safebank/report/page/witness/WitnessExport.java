package dev.safebank.report.page.witness;

import java.util.stream.Collectors;

/** Exports a witness as text: plain, or as a Mermaid sequence diagram. */
public final class WitnessExport {

  private WitnessExport() {}

  /** A line per step, to paste into a pull request. */
  public static String plain(WitnessView view) {
    String actors =
        view.actors().stream().map(WitnessView.Lane::words).collect(Collectors.joining("\n"));
    String steps = view.steps().stream()
        .map(step ->
            "%2d. %s: %s (%s)".formatted(step.number(), step.actor(), step.text(), step.where()))
        .collect(Collectors.joining("\n"));
    return "%s%n%n%s%n%nEnds in %s"
        .formatted(actors, steps, view.outcome())
        .replace(System.lineSeparator(), "\n");
  }

  /** A <a href="https://mermaid.js.org/syntax/sequenceDiagram.html">Mermaid</a> diagram. */
  public static String mermaid(WitnessView view) {
    StringBuilder text = new StringBuilder("sequenceDiagram\n");
    for (int lane = 0; lane < view.actors().size(); lane++) {
      text.append("  participant %s as %s%n"
          .formatted(participant(lane), escaped(view.actors().get(lane).words())));
    }
    for (LaneStep step : view.steps()) {
      String actor = participant(step.lane());
      String words = escaped("%s (%s)".formatted(step.text(), step.where()));
      text.append(
          step.mark() == LaneStep.Mark.WAITS
              ? "  Note over %s: %s%n".formatted(actor, words)
              : "  %s->>%s: %s%n".formatted(actor, actor, words));
    }
    String all = view.actors().size() > 1
        ? participant(0) + "," + participant(view.actors().size() - 1)
        : participant(0);
    text.append("  Note over ").append(all).append(": Ends in ").append(escaped(view.outcome()));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static String participant(int lane) {
    return "P" + (lane + 1);
  }

  /** What would end the text of a diagram, or begin an entity, becomes an entity. */
  private static String escaped(String text) {
    return text.chars().mapToObj(WitnessExport::escaped).collect(Collectors.joining());
  }

  private static String escaped(int character) {
    return switch (character) {
      case '#' -> "#35;";
      case ';' -> "#59;";
      case '\n', '\r' -> " ";
      default -> Character.toString(character);
    };
  }
}
