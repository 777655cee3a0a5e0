package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import dev.safebank.model.contract.BankContract;
import java.util.Set;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Called by one thread at a time, every variant keeps the contract of the bank. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.safebank.model.variants.Variants#all")
final class VariantContractTest implements BankContract {

  @Parameter
  Class<? extends Bank> variant;

  @Override
  public Bank open(long[] openingBalances, Midway midway) {
    return LockingVariants.open(variant, openingBalances, midway);
  }

  @Override
  public Set<Promise> keeps() {
    return LockingVariants.kept(variant);
  }
}
