package dev.safebank.stress.explore.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Source-DPOR's part of the search: finds the pairs of steps in an execution whose order could have
 * been the other way round, and sees to it that the other way round is tried, too.
 *
 * <p>After Abdulla, Aronsson, Jonsson and Sagonas, <i>Optimal dynamic partial order reduction</i>
 * (POPL 2014), algorithm 1. A step that can be held up (by a lock, say) may only have become
 * possible by a step that conflicts with it, its lock's release; then an earlier one, such as the
 * lock's acquisition by somebody else, is the one to turn round. So for these all conflicting steps
 * are looked at, not only the immediately preceding ones.
 */
final class SourceSets {

  private final List<Node> nodes;
  private int[] firstOf = {};

  SourceSets(List<Node> nodes) {
    this.nodes = nodes;
  }

  /**
   * Orders a step after those it depends on.
   *
   * @param fresh whether this step was not part of the execution before
   */
  void executed(int index, Actor actor, boolean fresh) {
    Node node = nodes.get(index);
    Operation operation = actor.executing();
    int[] before = actor.order;
    node.clock = clock(operation, before);
    if (fresh) {
      turnRound(index, actor, operation, before, node.clock);
    }
    node.clock[actor.index] = index;
    actor.order = node.clock;
    for (int i = 0; i < operation.size(); i++) {
      operation.place(i).add(index, operation.changes(i));
    }
  }

  /** The execution of {@code length} steps is over, and an actor still waits to do its step. */
  void waiting(int length, Actor actor) {
    Operation operation = actor.pending();
    turnRound(length, actor, operation, actor.order, clock(operation, actor.order));
  }

  private int[] clock(Operation operation, int[] before) {
    int[] clock = before.clone();
    for (int i = 0; i < operation.size(); i++) {
      Location place = operation.place(i);
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

  private void turnRound(int length, Actor actor, Operation operation, int[] before, int[] after) {
    for (int i = 0; i < operation.size(); i++) {
      Location place = operation.place(i);
      for (int j = place.size() - 1; j >= 0; j--) {
        int event = place.event(j);
        Node node = nodes.get(event);
        boolean conflict = place.isChange(j) || operation.changes(i);
        if (conflict
            && node.chosen != actor.index
            && before[node.chosen] < event
            && (operation.canWait() || isImmediate(event, operation))) {
          tryBefore(event, length, actor, after);
        }
      }
    }
  }

  /** No other step that the operation depends on comes between the event and the operation. */
  private boolean isImmediate(int event, Operation operation) {
    int of = nodes.get(event).chosen;
    for (int i = 0; i < operation.size(); i++) {
      Location place = operation.place(i);
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
   * Sees to it that at the event's node somebody is tried who can begin all that does not depend on
   * the event, followed by the actor's step.
   */
  private void tryBefore(int event, int length, Actor actor, int[] after) {
    Node node = nodes.get(event);
    int initials = initials(event, length, actor, after) & node.enabled;
    if (initials == 0 || (initials & (node.backtrack | node.sleep)) != 0) {
      return;
    }
    int actorBit = 1 << actor.index;
    node.backtrack |= (initials & actorBit) != 0 ? actorBit : Integer.lowestOneBit(initials);
  }

  private int initials(int event, int length, Actor actor, int[] after) {
    int of = nodes.get(event).chosen;
    firstOf = firstOf.length == after.length ? firstOf : new int[after.length];
    Arrays.fill(firstOf, Integer.MAX_VALUE);
    int initials = 0;
    for (int i = event + 1; i < length; i++) {
      Node later = nodes.get(i);
      if (later.clock[of] < event && firstOf[later.chosen] == Integer.MAX_VALUE) {
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
