package dev.safebank.stress.program;

import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Programs of one actor that makes many calls: each call of an alphabet again and again, and as
 * many sequences of all calls, mixed. Each has one interleaving only. They show what a bank does
 * wrong only after a while, in a certain order of calls, or beside another bank.
 */
final class LongSequences {

  /** The generator is specified by its Javadoc, so the sequences are the same everywhere. */
  private static final long SEED = 1;

  private LongSequences() {}

  /** The sequences of a scope of one actor, in a fixed order. */
  static List<Program> of(Scope scope) {
    List<Call> calls = scope.alphabet().calls(scope.accounts());
    List<List<Call>> sequences = new ArrayList<>();
    calls.forEach(call -> sequences.add(Collections.nCopies(scope.calls(), call)));
    Random random = new Random(SEED);
    for (int i = 0; i < calls.size(); i++) {
      List<Call> mixed = new ArrayList<>();
      for (int call = 0; call < scope.calls(); call++) {
        mixed.add(calls.get(random.nextInt(calls.size())));
      }
      sequences.add(mixed);
    }
    List<Program> programs = new ArrayList<>();
    for (List<Call> sequence : sequences) {
      for (List<Long> opening : scope.alphabet().openings(scope.accounts())) {
        programs.add(new Program(opening, List.of(sequence)));
      }
    }
    return programs;
  }
}
