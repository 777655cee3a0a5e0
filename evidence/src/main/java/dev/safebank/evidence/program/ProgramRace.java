package dev.safebank.evidence.program;

import dev.safebank.evidence.witness.RecordedRace;

/**
 * A data race in programs of a scope.
 *
 * @param race with a schedule of {@code program}
 * @param program the first program that has it
 * @param programs how many programs have it
 */
public record ProgramRace(RecordedRace race, String program, long programs) {}
