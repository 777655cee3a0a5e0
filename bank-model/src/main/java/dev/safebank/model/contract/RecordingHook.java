package dev.safebank.model.contract;

import dev.safebank.model.Midway;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.MidwayFailure;
import java.util.ArrayList;
import java.util.List;

/** A hook that records how often it is called and throws if the current call is to fail. */
final class RecordingHook implements Midway {

  private List<String> calls = List.of();
  private boolean failsMidway;

  /** Forgets what it recorded before, and throws from now on if this call is to fail. */
  synchronized void prepare(Call call) {
    calls = new ArrayList<>();
    failsMidway = call.failsMidway();
  }

  @Override
  public synchronized void reached(int from, int to, long amount) {
    calls.add("(" + from + ", " + to + ", " + amount + ")");
    if (failsMidway) {
      throw new MidwayFailure();
    }
  }

  /** The arguments of each call since {@link #prepare}. */
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }
}
