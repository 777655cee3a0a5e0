package dev.safebank.model.specification;

import dev.safebank.model.specification.CallResult.NeverReturned;
import dev.safebank.model.specification.CallResult.Returned;
import dev.safebank.model.specification.CallResult.Threw;
import dev.safebank.model.specification.CallResult.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Short ways to write outcomes down. */
final class Outcomes {

  static final CallResult MOVED = new Returned(true);
  static final CallResult REFUSED = new Returned(false);
  static final CallResult FAILED = new Threw(MidwayFailure.class);

  private final List<List<CallResult>> results = new ArrayList<>();

  private Outcomes() {}

  static CallResult total(long total) {
    return new Returned(total);
  }

  static CallResult threw(Class<? extends Throwable> type) {
    return new Threw(type);
  }

  static CallResult waits(Wait waiting) {
    return new NeverReturned(waiting);
  }

  /** An outcome in which each actor made one call. */
  static Outcomes each(CallResult... results) {
    Outcomes outcome = new Outcomes();
    for (CallResult result : results) {
      outcome.actor(result);
    }
    return outcome;
  }

  /** Adds an actor that made these calls. */
  Outcomes actor(CallResult... made) {
    results.add(List.of(made));
    return this;
  }

  /** The outcome with these final balances. */
  Outcome leaving(long... balances) {
    return new Outcome(results, LongStream.of(balances).boxed().toList());
  }
}
