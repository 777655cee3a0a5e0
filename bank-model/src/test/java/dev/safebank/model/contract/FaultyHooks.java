package dev.safebank.model.contract;

import dev.safebank.model.Midway;
import dev.safebank.model.specification.MidwayFailure;
import java.util.List;

/** Banks that go wrong where the hook is called, or where it throws. */
final class FaultyHooks {

  private FaultyHooks() {}

  static final List<Faulty> ALL = List.of(
      new Faulty(
          "checks for overflow before the hook",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            boolean move(int from, int to, long amount) throws InterruptedException {
              if (from != to) {
                Math.addExact(balances[to], amount);
              }
              return super.move(from, to, amount);
            }
          },
          ContractCheck::singleCalls,
          "and called the hook with [] instead of [(0, 1, 9223372036854775807)]"),
      new Faulty(
          "forgets to undo",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void undo(int from, long amount) {}
          },
          ContractCheck::singleCalls,
          "transfer(0, 0, 1) failing midway on [100, 100, 100]: specified MidwayFailure and [100,"
              + " 100, 100], the bank gave MidwayFailure and [99, 100, 100]"),
      new Faulty(
          "does not call the hook",
          (opening, midway) -> new SimpleBank(opening, Midway.NOTHING),
          ContractCheck::singleCalls,
          "transfer(0, 0, 1) on [100, 100, 100]: specified true and [100, 100, 100], the bank gave"
              + " true and [100, 100, 100], and called the hook with [] instead of [(0, 0, 1)]"),
      new Faulty(
          "calls the hook twice",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void reachMidway(int from, int to, long amount) throws InterruptedException {
              super.reachMidway(from, to, amount);
              super.reachMidway(from, to, amount);
            }
          },
          ContractCheck::singleCalls,
          "and called the hook with [(0, 0, 1), (0, 0, 1)] instead of [(0, 0, 1)]"),
      new Faulty(
          "wraps what the hook throws",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void reachMidway(int from, int to, long amount) throws InterruptedException {
              try {
                super.reachMidway(from, to, amount);
              } catch (MidwayFailure failure) {
                throw failure;
              } catch (RuntimeException failure) {
                throw new IllegalStateException("wrapped", failure);
              }
            }
          },
          ContractCheck::failuresOfTheHook,
          "transfer(0, 1, 50) on [100, 100], where the hook throws java.lang.IllegalStateException: of"
              + " the hook: specified that exception, the bank threw java.lang.IllegalStateException:"
              + " wrapped"),
      new Faulty(
          "does not undo what an error ended",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void reachMidway(int from, int to, long amount) throws InterruptedException {
              try {
                super.reachMidway(from, to, amount);
              } catch (Error error) {
                balances[from] -= amount;
                throw error;
              }
            }
          },
          ContractCheck::failuresOfTheHook,
          "where the hook throws java.lang.AssertionError: of the hook: specified that nothing moved,"
              + " the bank left [50, 100]"),
      new Faulty(
          "swallows an interrupt of the hook",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            void reachMidway(int from, int to, long amount) {
              try {
                super.reachMidway(from, to, amount);
              } catch (InterruptedException swallowed) {
                Thread.currentThread().interrupt();
              }
            }
          },
          ContractCheck::failuresOfTheHook,
          "where the hook throws java.lang.InterruptedException: of the hook: specified that"
              + " exception, the bank returned"));
}
