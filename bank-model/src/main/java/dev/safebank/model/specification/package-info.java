/**
 * The specification of a bank: the results that calls must have, one at a time and concurrently.
 *
 * <ol>
 *   <li>{@link dev.safebank.model.specification.ReferenceBank}: the bank with which others are
 *       compared, for one thread at a time.
 *   <li>{@link dev.safebank.model.specification.Call},
 *       {@link dev.safebank.model.specification.CallResult}: one call and how it ended, as values.
 *   <li>{@link dev.safebank.model.specification.Program},
 *       {@link dev.safebank.model.specification.Outcome}: actors that make calls at the same time,
 *       and how that ended.
 *   <li>{@link dev.safebank.model.specification.Specification}: the outcomes of a program that are
 *       right.
 *   <li>{@link dev.safebank.model.specification.ReportedProgram},
 *       {@link dev.safebank.model.specification.ReportText}: what a stress test reports of an
 *       outcome, and how that reads.
 *   <li>{@link dev.safebank.model.specification.AnomalyClassifier}: what is wrong with the others,
 *       and which promise each of them breaks.
 * </ol>
 */
package dev.safebank.model.specification;
