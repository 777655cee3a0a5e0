package dev.safebank.report.page.witness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The state of a bank after a step of an interleaving, as far as it is known.
 *
 * @param balances of the accounts; empty if they are unknown
 * @param changed the accounts whose balance this step changed
 * @param total of the balances; empty if they are unknown
 * @param locks what is held
 * @param stale whether this step read a value that another one had already replaced
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY) // the script takes for empty what is not said
public record StepState(
    List<Long> balances,
    List<Integer> changed,
    String total,
    List<HeldLock> locks,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean stale) {

  /**
   * A lock, a permit or a monitor that is held.
   *
   * @param name of the lock
   * @param actor who holds it
   * @param line where it was taken
   * @param step the number of the step that took it, counted from 1
   */
  public record HeldLock(String name, int actor, int line, int step) {}

  public StepState {
    balances = List.copyOf(balances);
    changed = List.copyOf(changed);
    locks = List.copyOf(locks);
  }
}
