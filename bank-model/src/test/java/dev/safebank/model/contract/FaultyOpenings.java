package dev.safebank.model.contract;

import dev.safebank.model.BankArguments;
import dev.safebank.model.BankFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Banks that go wrong when they are opened, or when their balances are read. */
final class FaultyOpenings {

  private FaultyOpenings() {}

  static final List<Faulty> ALL = List.of(
      new Faulty(
          "accepts negative opening balances",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            long[] opened(long[] openingBalances) {
              return openingBalances.clone();
            }
          },
          ContractCheck::openingBalances,
          "opening with [-1, 100]: specified IllegalArgumentException, the factory gave a bank"),
      new Faulty(
          "throws something else for negative opening balances",
          (opening, midway) -> {
            if (Arrays.stream(opening).anyMatch(balance -> balance < 0)) {
              throw new ArithmeticException("negative");
            }
            return new SimpleBank(opening, midway);
          },
          ContractCheck::openingBalances,
          "opening with [-1, 100]: specified IllegalArgumentException, the factory threw"
              + " java.lang.ArithmeticException: negative"),
      new Faulty(
          "keeps the array of opening balances",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            long[] opened(long[] openingBalances) {
              BankArguments.checkedCopy(openingBalances);
              return openingBalances;
            }
          },
          ContractCheck::openingBalances,
          "the array of opening balances was changed after opening: specified [100, 100] as before,"
              + " the bank gave [1, 100]"),
      new Faulty(
          "gives its own array away",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            public long[] balances() {
              return balances;
            }
          },
          ContractCheck::openingBalances,
          "the array that balances() returned was changed: specified [100, 100] as before, the bank"
              + " gave [100, 1]"),
      new Faulty(
          "refuses to open without need",
          (opening, midway) -> {
            throw new ArithmeticException("no");
          },
          ContractCheck::singleCalls,
          "opening with [100, 100, 100]: specified a bank, the factory threw"
              + " java.lang.ArithmeticException: no"),
      new Faulty(
          "takes the total of another bank for its own",
          remembering(new HashMap<>()),
          ContractCheck::independentBanks,
          "validate() on [7, 5]: specified 12 and [7, 5], the bank gave 200 and [7, 5]"),
      new Faulty(
          "opens as null",
          (opening, midway) -> null,
          ContractCheck::singleCalls,
          "opening with [100, 100, 100]: specified a bank, the factory returned null"),
      new Faulty(
          "throws in balances()",
          (opening, midway) -> new SimpleBank(opening, midway) {
            @Override
            public long[] balances() {
              throw new UnsupportedOperationException("not here");
            }
          },
          ContractCheck::singleCalls,
          "the bank threw in balances(): java.lang.UnsupportedOperationException: not here"));

  /** Banks that share a cache of totals, by the number of accounts. */
  private static BankFactory remembering(Map<Integer, Long> totals) {
    return (opening, midway) -> new SimpleBank(opening, midway) {
      @Override
      public long validate() throws InterruptedException {
        Long known = totals.get(balances.length);
        long total = known == null ? super.validate() : known;
        totals.put(balances.length, total);
        return total;
      }
    };
  }
}
