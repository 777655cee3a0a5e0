/**
 * The scenarios: two or three actors who act once each on a tiny bank, and what they report.
 *
 * <p>Read {@link dev.safebank.stress.scenario.TransferVersusValidate} first;
 * {@link dev.safebank.stress.scenario.Scenarios} lists them all in teaching order. A scenario is an
 * abstract class that knows only the {@link dev.safebank.model.Bank} contract. It is crossed with
 * each locking variant by {@link dev.safebank.stress.generate.StressMatrixProcessor}, into one
 * jcstress test per {@linkplain dev.safebank.stress.scenario.Cell cell}.
 */
package dev.safebank.stress.scenario;
