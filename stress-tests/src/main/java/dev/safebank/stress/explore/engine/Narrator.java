package dev.safebank.stress.explore.engine;

import dev.safebank.stress.explore.instrument.Site;
import dev.safebank.stress.explore.result.WaitingActor;
import dev.safebank.stress.explore.result.WitnessStep;
import java.util.ArrayList;
import java.util.List;

/** Tells in words and values what each step does. */
final class Narrator {

  private final Names names;
  private String valueBefore = "";

  Narrator(Execution execution) {
    this.names = new Names(execution.state());
  }

  /** Looks at what a step is about to touch. */
  void before(Operation operation) {
    valueBefore = operation.size() == 0 ? "" : Values.of(operation.place(0));
  }

  /** Tells what the actor's step, just done, did. */
  WitnessStep after(Execution execution, Actor actor) {
    Operation operation = actor.executing();
    Site site = execution.site(operation.site());
    return new WitnessStep(actor.index, site.where(), words(actor, operation, site));
  }

  private String words(Actor actor, Operation operation, Site site) {
    if (operation.size() == 0) {
      return operation.action().words();
    }
    Location place = operation.place(0);
    String name = names.of(place);
    String now = Values.of(place);
    boolean changed = operation.changes(0);
    return switch (operation.action()) {
      case READ -> now.isEmpty() ? "reads " + name : "reads %s: %s".formatted(name, now);
      case WRITE, UPDATE -> change(name, now);
      case COMPARE -> changed ? change(name, now) : "finds %s changed: %s".formatted(name, now);
      case TRY -> "tries %s: %s".formatted(name, actor.taken > 0 ? "takes it" : "not free");
      case CALL -> "calls %s on %s".formatted(site.member(), name);
      default -> operation.action().words() + " " + name;
    };
  }

  private String change(String name, String now) {
    if (now.isEmpty()) {
      return "changes " + name;
    }
    return "%s %s → %s".formatted(name, valueBefore, now);
  }

  /** Tells what an actor waits for that cannot move. */
  WaitingActor waiting(Execution execution, Actor actor) {
    Operation pending = actor.pending();
    String where = execution.site(pending.site()).where();
    List<String> heldBy = new ArrayList<>();
    pending
        .resource()
        .ifPresent(resource -> resource.holders().stream()
            .distinct()
            .forEach(holder -> heldBy.add(holder(execution, holder))));
    return new WaitingActor(actor.name, where, wanted(pending), heldBy);
  }

  private String wanted(Operation pending) {
    String kind = pending.resource().map(Resource::kind).orElse("");
    if (pending.size() == 0) {
      return "nothing: it loops for ever";
    }
    String name = names.of(pending.place(0));
    if (pending.action() == Action.SPIN) {
      return "a change of " + name;
    }
    return kind.isEmpty()
        ? name
        : kind.contains(" on ") ? "a " + kind + " of " + name : "the " + kind + " " + name;
  }

  private static String holder(Execution execution, Holder holder) {
    String who = holder.actor() == Holder.MAIN
        ? "the constructor"
        : execution.crew().get(holder.actor()).name
            + (execution.crew().get(holder.actor()).finished ? ", which has ended" : "");
    return "%s (since %s)".formatted(who, execution.site(holder.site()).where());
  }
}
