package dev.safebank.explore.runtime;

import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.program.ConcurrentProgram;
import dev.safebank.explore.program.ExecutionAborted;
import dev.safebank.explore.race.SyncClock;
import dev.safebank.explore.race.VectorClock;
import dev.safebank.explore.site.AccessMode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * The arbiter as a thread of its own, for executions in which actors or the arbiter itself start
 * threads. jcstress runs the arbiter, and reads the result, when all actors have ended; threads
 * that they have started may still be running then, and what they do is not ordered with what the
 * arbiter does. So the arbiter is a thread that can begin when all actors have ended, and all that
 * they did happens before it. The outcome is settled when the arbiter, or without one the reading
 * of the result, is over, whether other threads have ended or not.
 */
final class ArbiterThread {

  private static final String READER = "reader of the result";

  private final Execution execution;
  private final ConcurrentProgram program;
  private final ConcurrentProgram.Instance instance;
  private final int site;
  private final ThreadContext context;
  private boolean admitted;
  private Optional<String> outcome = Optional.empty();

  /** @param site where the first thread was started */
  ArbiterThread(
      Execution execution,
      ConcurrentProgram program,
      ConcurrentProgram.Instance instance,
      int site) {
    this.execution = execution;
    this.program = program;
    this.instance = instance;
    this.site = site;
    String name = program.arbiterName().orElse(READER);
    this.context =
        execution.addThread(name, program.arbiterIdentity(name), true, self -> this::run);
    context.pending().begin(Action.BEGIN, site).enabledWhen(() -> admitted);
  }

  /** Lets the arbiter begin if all actors have ended; their steps come before its own. */
  void admit(List<ThreadContext> actors) {
    if (admitted || !actors.stream().allMatch(actor -> actor.finished)) {
      return;
    }
    admitted = true;
    SyncClock ends = new SyncClock();
    for (ThreadContext actor : actors) {
      ends.release(actor.clock);
      VectorClock.join(context.order, actor.order);
    }
    ends.acquire(context.clock);
  }

  /** The outcome, once it is settled. */
  Optional<String> outcome() {
    return outcome;
  }

  private void run() {
    execution.checkNotOver();
    try {
      program.arbitrate(instance);
      readResult();
      outcome = Optional.of(instance.result().toString());
    } catch (ExecutionAborted endOfExecution) {
      throw endOfExecution;
    } catch (Throwable thrown) {
      outcome = Optional.of("FAILED: the arbiter threw " + thrown);
    }
  }

  /** jcstress reads the result without any order to what threads of the actors may still write. */
  private void readResult() {
    ObjectState state = execution.memory().of(instance.result());
    for (Field field : instance.result().getClass().getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        String owner = field.getDeclaringClass().getName().replace('.', '/');
        int key = execution.sites().fieldKey(owner, field.getName());
        execution
            .accesses()
            .access(
                context, state.field(key, field.getName()), Action.READ, AccessMode.PLAIN, site);
      }
    }
  }
}
