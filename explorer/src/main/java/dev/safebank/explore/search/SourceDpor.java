package dev.safebank.explore.search;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Operation;
import dev.safebank.explore.race.VectorClock;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.Arrays;
import java.util.List;

/**
 * Source-DPOR: finds the pairs of steps in an execution whose order could be reversed (reversible
 * races), and adds backtrack points so that the reverse order is explored, too.
 *
 * <p>After Abdulla, Aronsson, Jonsson and Sagonas, <i>Optimal dynamic partial order reduction</i>
 * (POPL 2014), algorithm 1. A blocking step, such as the acquisition of a lock, may only have
 * become enabled by a step that conflicts with it, the release; then an earlier step, such as the
 * acquisition by another thread, is the one to reverse. So for these all conflicting steps are
 * considered, not only the immediately preceding ones.
 */
final class SourceDpor {

  private final List<SearchNode> nodes;
  private int[] firstOf = {};

  SourceDpor(List<SearchNode> nodes) {
    this.nodes = nodes;
  }

  /**
   * Updates the happens-before relation of the trace by a step, and reverses its races.
   *
   * @param fresh whether this step was not part of the execution before
   */
  void onStepExecuted(int index, ThreadContext actor, boolean fresh) {
    SearchNode node = nodes.get(index);
    Operation operation = actor.executing();
    int[] before = actor.order;
    node.clock = clock(operation, before);
    if (fresh) {
      reverseRaces(index, actor, operation, before, node.clock);
    }
    node.clock[actor.index] = index;
    actor.order = node.clock;
    for (int i = 0; i < operation.size(); i++) {
      operation.location(i).add(index, operation.changes(i));
    }
  }

  /** At the end of an execution of {@code length} steps, reverses the races of a pending step. */
  void onBlocked(int length, ThreadContext actor) {
    Operation operation = actor.pending();
    reverseRaces(length, actor, operation, actor.order, clock(operation, actor.order));
  }

  private int[] clock(Operation operation, int[] before) {
    int[] clock = before.clone();
    for (int i = 0; i < operation.size(); i++) {
      Location place = operation.location(i);
      boolean changes = operation.changes(i);
      for (int j = place.size() - 1; j >= 0; j--) {
        boolean change = place.isChange(j);
        if (changes || change) {
          VectorClock.join(clock, nodes.get(place.event(j)).clock);
        }
        if (change) {
          break;
        }
      }
    }
    return clock;
  }

  private void reverseRaces(
      int length, ThreadContext actor, Operation operation, int[] before, int[] after) {
    for (int i = 0; i < operation.size(); i++) {
      Location place = operation.location(i);
      for (int j = place.size() - 1; j >= 0; j--) {
        int event = place.event(j);
        SearchNode node = nodes.get(event);
        boolean conflict = place.isChange(j) || operation.changes(i);
        if (conflict
            && node.chosen != actor.index
            && before[node.chosen] < event
            && (operation.canWait() || isImmediate(event, operation))) {
          addBacktrackPoint(event, length, actor, after);
        }
      }
    }
  }

  /** Whether no other step that the operation depends on comes between the event and it. */
  private boolean isImmediate(int event, Operation operation) {
    int of = nodes.get(event).chosen;
    for (int i = 0; i < operation.size(); i++) {
      Location place = operation.location(i);
      for (int j = place.size() - 1; j >= 0 && place.event(j) > event; j--) {
        if ((place.isChange(j) || operation.changes(i))
            && nodes.get(place.event(j)).clock[of] >= event) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Adds a backtrack point at the event's node: a thread that can start the part of the trace that
   * does not depend on the event, followed by the actor's step (an <em>initial</em>).
   */
  private void addBacktrackPoint(int event, int length, ThreadContext actor, int[] after) {
    SearchNode node = nodes.get(event);
    int initials = initials(event, length, actor, after) & node.enabled;
    if (initials == 0 || (initials & (node.backtrack | node.sleep)) != 0) {
      return;
    }
    int actorBit = 1 << actor.index;
    node.backtrack |= (initials & actorBit) != 0 ? actorBit : Integer.lowestOneBit(initials);
  }

  private int initials(int event, int length, ThreadContext actor, int[] after) {
    int of = nodes.get(event).chosen;
    firstOf = firstOf.length == after.length ? firstOf : new int[after.length];
    Arrays.fill(firstOf, Integer.MAX_VALUE);
    int initials = 0;
    for (int i = event + 1; i < length; i++) {
      SearchNode later = nodes.get(i);
      if (!later.isChoice()
          && later.clock[of] < event
          && firstOf[later.chosen] == Integer.MAX_VALUE) {
        if (isFirst(later.clock, later.chosen)) {
          initials |= 1 << later.chosen;
        }
        firstOf[later.chosen] = i;
      }
    }
    if (firstOf[actor.index] == Integer.MAX_VALUE && isFirst(after, actor.index)) {
      initials |= 1 << actor.index;
    }
    return initials;
  }

  private boolean isFirst(int[] clock, int self) {
    for (int other = 0; other < firstOf.length; other++) {
      if (other != self && clock[other] >= firstOf[other]) {
        return false;
      }
    }
    return true;
  }
}
