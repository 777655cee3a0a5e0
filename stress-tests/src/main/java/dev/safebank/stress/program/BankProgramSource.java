package dev.safebank.stress.program;

import dev.safebank.explore.actors.ProgramDefinition;
import dev.safebank.explore.actors.ProgramSource;
import dev.safebank.model.specification.Program;

/** A program of calls to a bank, for the explorer. */
public final class BankProgramSource implements ProgramSource {

  private final LoadedBank.Cache bank;
  private final Program program;

  /**
   * A program of a bank.
   *
   * @param variant binary name of the bank's class
   */
  public BankProgramSource(String variant, Program program) {
    this(new LoadedBank.Cache(variant), program);
  }

  /** One of many programs of the same bank. */
  BankProgramSource(LoadedBank.Cache bank, Program program) {
    this.bank = bank;
    this.program = program;
  }

  /**
   * Whether the bank does not open with the program's opening balances because their total
   * overflows. It may; then the program says nothing of it, and cannot be explored.
   *
   * @param classes finds the bank's class
   */
  public boolean isRefused(ClassLoader classes) {
    return LoadedBank.overflows(program)
        && new LoadedBank(bank.variant(), classes).refuses(program);
  }

  @Override
  public String name() {
    return bank.variant() + " '" + program + "'";
  }

  @Override
  public ProgramDefinition define(ClassLoader classes) {
    return new BankProgramDefinition(bank.in(classes), program);
  }
}
