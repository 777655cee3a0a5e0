/**
 * The scenarios: two or three actors that call a small bank once or twice each, and report results.
 *
 * <p>Read {@link dev.safebank.stress.scenario.TransferVersusValidate} first;
 * {@link dev.safebank.stress.scenario.Scenarios} lists them all in teaching order. A scenario is an
 * abstract class that knows only the {@link dev.safebank.model.Bank} contract. It is crossed with
 * each locking variant by the annotation processor {@code StressMatrixProcessor}, into one jcstress
 * test per {@linkplain dev.safebank.stress.scenario.Cell cell}.
 */
package dev.safebank.stress.scenario;
