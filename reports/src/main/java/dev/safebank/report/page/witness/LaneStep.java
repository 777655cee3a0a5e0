package dev.safebank.report.page.witness;

import java.util.Locale;

/**
 * A step of an interleaving, in the column of its actor.
 *
 * @param id of the step on the page
 * @param number counted from 1
 * @param lane which column, counted from 0
 * @param actor the actor's name
 * @param text what happens, in words
 * @param where file and line
 * @param lineNumber the line in its file
 * @param line id of that line on the page; empty if it is not there
 * @param mark whether the reader should look at it
 * @param switched whether another actor moved before
 * @param state what the bank is like after it, for the player, as JSON
 */
public record LaneStep(
    String id,
    int number,
    int lane,
    String actor,
    String text,
    String where,
    int lineNumber,
    String line,
    Mark mark,
    boolean switched,
    String state) {

  /** Why a step is highlighted. */
  public enum Mark {
    /** It is not highlighted. */
    NONE,
    /** It changes what another actor has read, or accesses what that actor changes. */
    INTERFERES,
    /** It reads a value that another one had already replaced. */
    STALE,
    /** The actor waits here, forever. */
    WAITS
  }

  /** The classes that mark it. */
  public String css() {
    return mark.name().toLowerCase(Locale.ROOT) + (switched ? " switched" : "");
  }
}
