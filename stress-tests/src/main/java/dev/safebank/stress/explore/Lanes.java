package dev.safebank.stress.explore;

import dev.safebank.stress.explore.result.Witness;
import dev.safebank.stress.explore.result.WitnessStep;
import java.util.List;

/** Draws a witness as lanes of text: a column for each actor, a line for each step. */
public final class Lanes {

  private static final int WIDEST = 60;

  private Lanes() {}

  /** The witness's steps from top to bottom, each in its actor's lane, and who waits at the end. */
  public static String draw(Witness witness) {
    int[] widths = widths(witness);
    StringBuilder text = new StringBuilder();
    line(text, widths, witness.actors());
    for (WitnessStep step : witness.steps()) {
      lane(text, widths, step);
    }
    witness.waiting().forEach(waiting -> text.append(waiting).append('\n'));
    return text.toString();
  }

  private static int[] widths(Witness witness) {
    int[] widths = new int[witness.actors().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = witness.actors().get(i).length();
    }
    for (WitnessStep step : witness.steps()) {
      int width = Math.min(words(step).length(), WIDEST);
      widths[step.actor()] = Math.max(widths[step.actor()], width);
    }
    return widths;
  }

  private static void line(StringBuilder text, int[] widths, List<String> names) {
    for (int i = 0; i < widths.length; i++) {
      pad(text, names.get(i), i == widths.length - 1 ? 0 : widths[i] + 2);
    }
    text.append('\n');
  }

  private static void lane(StringBuilder text, int[] widths, WitnessStep step) {
    for (int i = 0; i < step.actor(); i++) {
      pad(text, "", widths[i] + 2);
    }
    text.append(words(step)).append('\n');
  }

  private static String words(WitnessStep step) {
    return step.what() + "  (" + step.where() + ")";
  }

  private static void pad(StringBuilder text, String word, int width) {
    text.append(word).append(" ".repeat(Math.max(0, width - word.length())));
  }
}
