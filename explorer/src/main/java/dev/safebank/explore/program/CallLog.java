package dev.safebank.explore.program;

import dev.safebank.explore.result.CallEnd;
import dev.safebank.explore.result.ProgramEnd;
import dev.safebank.explore.result.WaitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the calls of one execution ended so far. */
public final class CallLog {

  private final List<List<CallEnd>> calls = new ArrayList<>();
  private final List<Boolean> begun = new ArrayList<>();
  private Optional<String> observed = Optional.empty();
  private Optional<String> failure = Optional.empty();

  CallLog(int actors) {
    for (int i = 0; i < actors; i++) {
      calls.add(new ArrayList<>());
      begun.add(false);
    }
  }

  void begins(int actor) {
    begun.set(actor, true);
  }

  void ended(int actor, CallEnd how) {
    begun.set(actor, false);
    calls.get(actor).add(how);
  }

  void waits(int actor, WaitReason reason) {
    if (begun.get(actor)) {
      ended(actor, new CallEnd.Waits(reason));
    }
  }

  void observed(Optional<String> words) {
    observed = words;
  }

  void failed(Throwable thrown) {
    failure = Optional.of(thrown.toString());
  }

  void checkWaits() {
    failure = Optional.of("nothing: it waits forever");
  }

  /** The call that an actor is in, or makes next; the number of its calls after the last one. */
  public int currentCall(int actor) {
    return calls.get(actor).size();
  }

  /** How the execution ended. */
  public ProgramEnd end() {
    return new ProgramEnd(calls, observed, failure);
  }

  @Override
  public String toString() {
    return ProgramEnd.words(calls, observed, failure);
  }
}
