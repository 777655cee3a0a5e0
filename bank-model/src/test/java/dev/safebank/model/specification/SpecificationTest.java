package dev.safebank.model.specification;

import static dev.safebank.model.specification.Outcomes.MOVED;
import static dev.safebank.model.specification.Outcomes.REFUSED;
import static dev.safebank.model.specification.Outcomes.each;
import static dev.safebank.model.specification.Outcomes.threw;
import static dev.safebank.model.specification.Outcomes.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.specification.Call.AnotherBank;
import dev.safebank.model.specification.Call.Interrupt;
import dev.safebank.model.specification.Call.Interrupted;
import dev.safebank.model.specification.Call.Transfer;
import dev.safebank.model.specification.Call.TransferAndValidate;
import dev.safebank.model.specification.Call.Validate;
import dev.safebank.model.variants.GlobalLockBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SpecificationTest {

  private static final CallPosition FIRST = new CallPosition(0, 0);
  private static final CallPosition OTHER = new CallPosition(1, 0);

  private static final CallResult YES = new CallResult.Returned(true);
  private static final CallResult NO = new CallResult.Returned(false);
  private static final CallResult DONE = new CallResult.Returned(CallResult.Returned.NOTHING);
  private static final CallResult INTERRUPTED = threw(InterruptedException.class);

  /** The second transfer has the funds only after the first. */
  private static final Program CHAIN =
      Program.on(100, 100, 100).actor(new Transfer(0, 1, 100)).actor(new Transfer(1, 2, 150));

  private static final Outcome PAID_ON = each(MOVED, MOVED).leaving(0, 50, 250);
  private static final Outcome TOO_EARLY = each(MOVED, REFUSED).leaving(0, 200, 100);

  @Test
  void everyOrderOfTheCallsGivesAnOutcome() {
    assertThat(Specification.serialOutcomes(CHAIN)).containsExactlyInAnyOrder(PAID_ON, TOO_EARLY);
  }

  @Test
  void anActorMakesItsCallsInOrder() {
    Program program =
        Program.on(100, 100, 100).actor(new Transfer(0, 1, 100), new Transfer(1, 2, 150));
    assertThat(Specification.serialOutcomes(program))
        .containsExactly(each().actor(MOVED, MOVED).leaving(0, 50, 250));
  }

  @Test
  void anotherBankStartsFromItsOwnBalancesAndLeavesThisOneAlone() {
    CallResult other = new CallResult.Returned("true, 7, [6, 1]");
    Program program = Program.on(100, 100)
        .actor(
            new AnotherBank(List.of(7L, 0L)),
            new Transfer(0, 1, 50),
            new AnotherBank(List.of(7L, 0L)));
    assertThat(Specification.serialOutcomes(program))
        .containsExactly(each().actor(other, MOVED, other).leaving(50, 150));
  }

  @Test
  void anOrderKeepsToWhichCallEndedBeforeWhichBegan() {
    assertThat(Specification.linearizableOutcomes(CHAIN, Set.of(new Precedence(FIRST, OTHER))))
        .containsExactly(PAID_ON);
    assertThat(Specification.linearizableOutcomes(CHAIN, Set.of(new Precedence(OTHER, FIRST))))
        .containsExactly(TOO_EARLY);
  }

  @Test
  void precedenceOfALaterCallHoldsBackTheCallsBeforeItToo() {
    Program program = Program.on(100, 100, 100)
        .actor(new Validate(), new Transfer(0, 1, 100))
        .actor(new Transfer(1, 2, 150));
    assertThat(Specification.linearizableOutcomes(
            program, Set.of(new Precedence(new CallPosition(0, 1), OTHER))))
        .containsExactly(each().actor(total(300), MOVED).actor(MOVED).leaving(0, 50, 250));
  }

  @Test
  void anInterruptedCallCompletesOrMovesNothingAndClearsTheStatus() {
    Program program = Program.on(100, 100)
        .actor(new Transfer(0, 1, 60), new Interrupted())
        .actor(new Interrupt(0));
    assertThat(Specification.serialOutcomes(program))
        .containsExactlyInAnyOrder(
            each().actor(MOVED, NO).actor(DONE).leaving(40, 160),
            each().actor(MOVED, YES).actor(DONE).leaving(40, 160),
            each().actor(INTERRUPTED, NO).actor(DONE).leaving(100, 100));
  }

  @Test
  void anInterruptThatCameAfterACallHadEndedDidNotEndIt() {
    Program program = Program.on(100, 100)
        .actor(new Transfer(0, 1, 60), new Interrupted())
        .actor(new Interrupt(0));
    assertThat(Specification.linearizableOutcomes(program, Set.of(new Precedence(FIRST, OTHER))))
        .containsExactlyInAnyOrder(
            each().actor(MOVED, NO).actor(DONE).leaving(40, 160),
            each().actor(MOVED, YES).actor(DONE).leaving(40, 160));
  }

  @Test
  void anInterruptEndsOneCallAtMost() {
    Program program =
        Program.on(100, 100).actor(new Validate(), new Validate()).actor(new Interrupt(0));
    assertThat(Specification.serialOutcomes(program))
        .containsExactlyInAnyOrder(
            each().actor(total(200), total(200)).actor(DONE).leaving(100, 100),
            each().actor(INTERRUPTED, total(200)).actor(DONE).leaving(100, 100),
            each().actor(total(200), INTERRUPTED).actor(DONE).leaving(100, 100));
  }

  @Test
  void aTransferWithValidationMayBeInterruptedInEither() {
    Program program =
        Program.on(100, 100).actor(new TransferAndValidate(0, 1, 60)).actor(new Interrupt(0));
    assertThat(Specification.serialOutcomes(program))
        .containsExactlyInAnyOrder(
            each(total(200), DONE).leaving(40, 160),
            each(INTERRUPTED, DONE).leaving(40, 160),
            each(INTERRUPTED, DONE).leaving(100, 100));
  }

  @Test
  void aTransferMayBeMadeBeforeTheInterruptOfTheValidationAfterIt() {
    Program program = Program.on(100, 100)
        .actor(new Transfer(0, 1, 60))
        .actor(new TransferAndValidate(0, 1, 60))
        .actor(new Interrupt(1));
    CallPosition interrupt = new CallPosition(2, 0);
    assertThat(
            Specification.linearizableOutcomes(program, Set.of(new Precedence(FIRST, interrupt))))
        .contains(each(REFUSED, INTERRUPTED, DONE).leaving(40, 160));
    assertThat(Specification.linearizableOutcomes(
            program, Set.of(new Precedence(FIRST, interrupt), new Precedence(FIRST, OTHER))))
        .doesNotContain(each(REFUSED, INTERRUPTED, DONE).leaving(40, 160));
  }

  @Test
  void onlyTheActorThatIsInterruptedMayGiveUp() {
    Program program = Program.on(100, 100)
        .actor(new Transfer(0, 1, 60))
        .actor(new Interrupt(2))
        .actor(new Validate());
    assertThat(Specification.serialOutcomes(program))
        .containsExactlyInAnyOrder(
            each(MOVED, DONE, total(200)).leaving(40, 160),
            each(MOVED, DONE, INTERRUPTED).leaving(40, 160));
  }

  @Test
  void precedenceThatIsACycleIsRefused() {
    Set<Precedence> cycle = Set.of(new Precedence(FIRST, OTHER), new Precedence(OTHER, FIRST));
    assertThatThrownBy(() -> Specification.linearizableOutcomes(CHAIN, cycle))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the precedence of the calls is a cycle: ");
  }

  @Test
  void precedenceOfACallThatIsNotInTheProgramIsRefused() {
    for (CallPosition missing : List.of(
        new CallPosition(-1, 0),
        new CallPosition(2, 0),
        new CallPosition(0, -1),
        new CallPosition(0, 1))) {
      for (Precedence precedence :
          List.of(new Precedence(missing, OTHER), new Precedence(OTHER, missing))) {
        assertThatThrownBy(() -> Specification.linearizableOutcomes(CHAIN, Set.of(precedence)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("there is no " + missing + " in transfer(0, 1, 100) ‖ transfer(1, 2, 150)"
                + " on [100, 100, 100]");
      }
    }
  }

  @Test
  void exceptionsThatTheContractNamesAreResults() {
    Program program = Program.on(Long.MAX_VALUE, 10)
        .actor(new Transfer(0, 7, 1), new Transfer(1, 0, 5), new Validate())
        .actor(new TransferAndValidate(1, 1, -3));
    assertThat(Specification.serialOutcomes(program))
        .containsExactly(each()
            .actor(
                threw(IllegalArgumentException.class),
                threw(ArithmeticException.class),
                threw(ArithmeticException.class))
            .actor(threw(IllegalArgumentException.class))
            .leaving(Long.MAX_VALUE, 10));
  }

  @Test
  void aProgramWithoutActorsLeavesTheOpeningBalances() {
    assertThat(Specification.serialOutcomes(Program.on(1, 2)))
        .containsExactly(each().leaving(1, 2));
  }

  /** The referee tries all orders of all calls, with another bank. */
  @Test
  void randomProgramsHaveTheOutcomesOfAllOrders() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      Program program = Program.on(100, 50, 0);
      int actors = 1 + random.nextInt(3);
      for (int actor = 0; actor < actors; actor++) {
        program = program.actor(oneOrTwo(alphabet(), random));
      }
      Set<Precedence> precedence =
          random.nextBoolean() ? Set.of() : somePrecedence(program, random);
      Set<Outcome> outcomes = Specification.linearizableOutcomes(program, precedence);
      assertThat(outcomes).as("%s", program).isEqualTo(allOrders(program, precedence));
      Program finalProgram = program;
      assertThat(outcomes)
          .allSatisfy(outcome ->
              assertThat(AnomalyClassifier.classify(finalProgram, outcome)).isEmpty());
    }
  }

  /** Calls of which those with an amount of 70 fail midway, so that the hook can tell them. */
  private static List<Call> alphabet() {
    List<Integer> accounts = List.of(0, 1, 2, 3);
    return Stream.concat(
            new CallAlphabet(accounts, List.of(30L, 100L))
                .calls().stream().filter(call -> !call.failsMidway()),
            new CallAlphabet(accounts, List.of(70L)).calls().stream().filter(Call::failsMidway))
        .toList();
  }

  private static Call[] oneOrTwo(List<Call> alphabet, Random random) {
    Call[] calls = new Call[1 + random.nextInt(2)];
    Arrays.setAll(calls, index -> alphabet.get(random.nextInt(alphabet.size())));
    return calls;
  }

  private static Set<Precedence> somePrecedence(Program program, Random random) {
    List<CallPosition> positions = positions(program);
    CallPosition ended = positions.get(random.nextInt(positions.size()));
    CallPosition began = positions.get(random.nextInt(positions.size()));
    return ended.actor() == began.actor() ? Set.of() : Set.of(new Precedence(ended, began));
  }

  private static List<CallPosition> positions(Program program) {
    List<CallPosition> positions = new ArrayList<>();
    for (int actor = 0; actor < program.actors().size(); actor++) {
      for (int index = 0; index < program.actors().get(actor).size(); index++) {
        positions.add(new CallPosition(actor, index));
      }
    }
    return positions;
  }

  private static Set<Outcome> allOrders(Program program, Set<Precedence> precedence) {
    Set<Outcome> outcomes = new HashSet<>();
    for (List<CallPosition> order : permutations(positions(program))) {
      boolean allowed = precedence.stream()
          .allMatch(pair -> order.indexOf(pair.ended()) < order.indexOf(pair.began()));
      for (CallPosition position : order) {
        CallPosition earlier = new CallPosition(position.actor(), position.index() - 1);
        allowed &= position.index() == 0 || order.indexOf(earlier) < order.indexOf(position);
      }
      if (allowed) {
        outcomes.add(run(program, order));
      }
    }
    return outcomes;
  }

  private static List<List<CallPosition>> permutations(List<CallPosition> positions) {
    if (positions.isEmpty()) {
      return List.of(List.of());
    }
    List<List<CallPosition>> permutations = new ArrayList<>();
    for (CallPosition first : positions) {
      List<CallPosition> others = new ArrayList<>(positions);
      others.remove(first);
      for (List<CallPosition> rest : permutations(others)) {
        List<CallPosition> permutation = new ArrayList<>(List.of(first));
        permutation.addAll(rest);
        permutations.add(permutation);
      }
    }
    return permutations;
  }

  private static Outcome run(Program program, List<CallPosition> order) {
    Bank bank = new GlobalLockBank(program.opening(), program.hook());
    List<List<CallResult>> results = new ArrayList<>();
    program
        .actors()
        .forEach(calls ->
            results.add(new ArrayList<>(Collections.<CallResult>nCopies(calls.size(), MOVED))));
    for (CallPosition position : order) {
      CallResult result = CallResult.of(() -> program.call(position).on(bank));
      results.get(position.actor()).set(position.index(), result);
    }
    return new Outcome(results, LongStream.of(bank.balances()).boxed().toList());
  }
}
