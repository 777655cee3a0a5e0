package dev.safebank.stress.program;

import dev.safebank.model.specification.Program;
import java.util.HashMap;
import java.util.Map;

/** A cache of the judges of programs, for the exploration of many banks with the same programs. */
public final class ProgramJudges {

  private static final int MOST = 20_000;

  private final Map<Program, ProgramJudge> judges = new HashMap<>();

  /** The judge of a program. */
  public ProgramJudge of(Program program) {
    return judges.size() < MOST
        ? judges.computeIfAbsent(program, ProgramJudge::new)
        : new ProgramJudge(program);
  }
}
