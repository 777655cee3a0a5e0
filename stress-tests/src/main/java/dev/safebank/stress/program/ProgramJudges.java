package dev.safebank.stress.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A cache of the judges of programs, for the exploration of many banks with the same programs. */
public final class ProgramJudges {

  private static final int MOST = 20_000;

  private final Map<Scope, List<ProgramJudge>> judges = new HashMap<>();

  /** The judges of all programs of a scope, in the order of the programs. */
  public Iterable<ProgramJudge> of(Scope scope) {
    return scope.size() > MOST
        ? () -> StreamSupport.stream(scope.programs().spliterator(), false)
            .map(ProgramJudge::new)
            .iterator()
        : judges.computeIfAbsent(scope, ProgramJudges::all);
  }

  private static List<ProgramJudge> all(Scope scope) {
    List<ProgramJudge> all = new ArrayList<>();
    scope.programs().forEach(program -> all.add(new ProgramJudge(program)));
    return all;
  }
}
