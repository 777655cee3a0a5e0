package dev.safebank.bench;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** One thread of a measurement, and what it has to do. */
@State(Scope.Thread)
public class Customer {

  /** How many of 100 errands are validations. */
  @Param("1")
  public int validations;

  /** How accounts are chosen. */
  @Param("UNIFORM")
  public AccountChoice choice;

  private Errands errands;

  /** Draws the errands, other ones for each thread. */
  @Setup
  public void draw(OpenBank bank, ThreadParams thread) {
    errands = new Errands(bank.accounts, validations, choice, thread.getThreadIndex());
  }

  Errands errands() {
    return errands;
  }
}
