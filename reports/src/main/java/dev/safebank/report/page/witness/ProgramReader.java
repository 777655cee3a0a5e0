package dev.safebank.report.page.witness;

import dev.safebank.model.specification.Program;
import dev.safebank.model.specification.ProgramText;
import java.util.Optional;

/** Parses the programs that evidence names; text in any other form gives none. */
public final class ProgramReader {

  private ProgramReader() {}

  /** The program; empty if the text is none. */
  public static Optional<Program> read(String text) {
    try {
      return Optional.of(ProgramText.parse(text));
    } catch (IllegalArgumentException notAProgram) {
      return Optional.empty();
    }
  }
}
