package dev.safebank.stress.program;

import dev.safebank.explore.result.CallEnd;
import dev.safebank.explore.result.CallOrder;
import dev.safebank.explore.result.ProgramEnd;
import dev.safebank.explore.result.ReachedOrder;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.CallPosition;
import dev.safebank.model.specification.CallResult;
import dev.safebank.model.specification.Outcome;
import dev.safebank.model.specification.Precedence;
import dev.safebank.model.specification.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Converts the explorer's results for a program to outcomes of the specification. */
final class ProgramOutcome {

  private ProgramOutcome() {}

  /** An outcome. */
  static Outcome of(Program program, ProgramEnd end) {
    List<List<CallResult>> results = new ArrayList<>();
    for (int actor = 0; actor < end.calls().size(); actor++) {
      List<CallResult> ofActor = new ArrayList<>();
      for (CallEnd call : end.calls().get(actor)) {
        ofActor.add(result(program.call(new CallPosition(actor, ofActor.size())), call));
      }
      results.add(ofActor);
    }
    return new Outcome(results, balances(end.observed().orElse("[]")));
  }

  private static CallResult result(Call call, CallEnd end) {
    if (end instanceof CallEnd.CompletedNormally returned) {
      String value = returned.value().orElseThrow();
      return new CallResult.Returned(value(call, value));
    }
    if (end instanceof CallEnd.CompletedAbruptly threw) {
      return CallResult.Threw.ofType(type(threw.type()));
    }
    return new CallResult.NeverReturned(
        CallResult.Wait.valueOf(((CallEnd.Waits) end).reason().name()));
  }

  private static Object value(Call call, String words) {
    if (call.validates()) {
      return Long.valueOf(words);
    }
    return call instanceof Call.Interrupt || call instanceof Call.AnotherBank
        ? words
        : (Object) Boolean.valueOf(words);
  }

  private static Class<? extends Throwable> type(String name) {
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader())
          .asSubclass(Throwable.class);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException("cannot load " + name + ", which a call threw", e);
    }
  }

  private static List<Long> balances(String words) {
    String inner = words.substring(1, words.length() - 1);
    return inner.isEmpty()
        ? List.of()
        : Arrays.stream(inner.split(", ")).map(Long::valueOf).toList();
  }

  /** Which calls ended before others began. */
  static Set<Precedence> precedence(ReachedOrder order) {
    return order.pairs().stream().map(ProgramOutcome::precedence).collect(Collectors.toSet());
  }

  private static Precedence precedence(CallOrder pair) {
    return new Precedence(
        new CallPosition(pair.endedActor(), pair.endedCall()),
        new CallPosition(pair.beganActor(), pair.beganCall()));
  }
}
