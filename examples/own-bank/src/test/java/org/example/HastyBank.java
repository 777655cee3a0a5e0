package org.example;

import dev.safebank.model.Midway;
import java.util.stream.LongStream;

/** Wrong: it adds up without the lock. */
public class HastyBank extends MyBank {
  public HastyBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public long validate() {
    return LongStream.of(balances).sum();
  }
}
