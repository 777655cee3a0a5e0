package dev.safebank.stress.program;

import dev.safebank.explore.actors.ProgramDefinition;
import dev.safebank.model.specification.Program;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A program of calls to a bank that a class loader has loaded. */
final class BankProgramDefinition implements ProgramDefinition {

  private final LoadedBank bank;
  private final Program program;
  private final Object hook;

  /** The threads of the current execution's actors. */
  private List<Thread> actors = List.of();

  BankProgramDefinition(LoadedBank bank, Program program) {
    this.bank = bank;
    this.program = program;
    this.hook = bank.hook(program);
  }

  @Override
  public List<String> actors() {
    return IntStream.range(0, program.actors().size())
        .mapToObj(actor -> Character.toString((char) ('A' + actor)))
        .toList();
  }

  @Override
  public int calls(int actor) {
    return program.actors().get(actor).size();
  }

  @Override
  public Object newState() throws Throwable {
    return bank.open(program.opening(), hook);
  }

  @Override
  public Object newState(List<Thread> threads) throws Throwable {
    actors = threads;
    return newState();
  }

  @Override
  public Optional<Object> call(int actor, int call, Object state) throws Throwable {
    return Optional.of(bank.call(state, program.actors().get(actor).get(call), actors));
  }

  @Override
  public Optional<String> observe(Object state) throws Throwable {
    return Optional.of(Arrays.toString(bank.balances(state)));
  }

  /** One actor's calls have only one order. */
  @Override
  public boolean observesOrder() {
    return program.actors().size() > 1;
  }
}
