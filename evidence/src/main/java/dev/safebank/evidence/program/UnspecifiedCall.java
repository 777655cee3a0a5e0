package dev.safebank.evidence.program;

import java.util.List;

/**
 * A call with a result that the specification gives for it in no order of the program's calls.
 *
 * @param actor index of the actor that made it
 * @param call e.g. {@code transfer(0, 1, 50)}
 * @param result what it returned or threw, or {@code DEADLOCK} or {@code STUCK} if it waits forever
 * @param specified what the specification gives for it, over all orders
 */
public record UnspecifiedCall(int actor, String call, String result, List<String> specified) {

  public UnspecifiedCall {
    specified = List.copyOf(specified);
  }
}
