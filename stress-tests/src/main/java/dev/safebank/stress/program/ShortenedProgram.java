package dev.safebank.stress.program;

import dev.safebank.explore.result.Exploration;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the calls of a long sequence that an anomaly needs. Programs of more than one actor are
 * explored up to a size, the small ones first, and are left as they are.
 */
public final class ShortenedProgram {

  private final Function<Program, Exploration> explorer;

  /** Shortens programs, each attempt being explored by this. */
  public ShortenedProgram(Function<Program, Exploration> explorer) {
    this.explorer = explorer;
  }

  /** The same anomaly in a program of which no single call can be left out. */
  public ProgramAnomaly shortened(ProgramAnomaly finding) {
    ProgramAnomaly shortest = finding;
    int calls;
    do {
      calls = shortest.calls();
      for (int call = calls - 1; call >= 0 && shortest.program().actors().size() == 1; call--) {
        shortest = without(call, shortest).orElse(shortest);
      }
    } while (shortest.calls() < calls);
    return shortest;
  }

  private Optional<ProgramAnomaly> without(int call, ProgramAnomaly finding) {
    List<Call> fewer = new ArrayList<>(finding.program().actors().get(0));
    fewer.remove(call);
    if (fewer.isEmpty()) {
      return Optional.empty();
    }
    Program program = new Program(finding.program().openingBalances(), List.of(fewer));
    return new ProgramJudge(program)
        .findings(explorer.apply(program)).stream()
            .filter(found -> found.key().equals(finding.key()))
            .findFirst();
  }
}
