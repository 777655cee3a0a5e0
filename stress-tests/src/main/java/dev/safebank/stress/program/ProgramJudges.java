package dev.safebank.stress.program;

import dev.safebank.model.specification.Program;
import java.util.HashMap;
import java.util.Map;

/** The judges of programs that many banks are explored with: each is made once, up to a number. */
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
