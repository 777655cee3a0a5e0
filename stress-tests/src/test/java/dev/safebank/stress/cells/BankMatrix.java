package dev.safebank.stress.cells;

import dev.safebank.model.variants.LockingVariants;
import dev.safebank.stress.generate.StressMatrix;

/** Every locking variant in every scenario: the tests are generated beside this class. */
@StressMatrix(catalogues = LockingVariants.class)
final class BankMatrix {

  private BankMatrix() {}
}
