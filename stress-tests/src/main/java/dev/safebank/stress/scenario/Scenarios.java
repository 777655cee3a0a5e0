package dev.safebank.stress.scenario;

import java.util.List;

/** All scenarios, in teaching order: two actors first, then three. */
@ScenarioCatalogue({
  TransferVersusValidate.class,
  RacingTransfers.class,
  CrossingTransfers.class,
  Overdraw.class,
  FailedTransfer.class,
  NestedValidate.class,
  SelfTransfer.class,
  ValidateTwice.class,
  DisjointTransfers.class,
  RingOfTransfers.class
})
public final class Scenarios {

  private Scenarios() {}

  /** The scenario classes, in teaching order. */
  public static List<Class<?>> all() {
    return List.of(Scenarios.class.getAnnotation(ScenarioCatalogue.class).value());
  }
}
