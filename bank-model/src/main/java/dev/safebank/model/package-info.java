/**
 * The contract of a bank, and the promises that a locking variant of it may keep or break.
 *
 * <ol>
 *   <li>{@link dev.safebank.model.Bank}: the operations of a bank;
 *       {@link dev.safebank.model.BankFactory} opens one.
 *   <li>{@link dev.safebank.model.Midway}: a hook between the withdrawal and the deposit of a
 *       transfer, in which a test waits or throws.
 *   <li>{@link dev.safebank.model.Promise}: the properties that a bank may keep under concurrency.
 *   <li>{@link dev.safebank.model.LockingVariant}: which of them a bank claims to keep;
 *       {@link dev.safebank.model.Catalogue} lists banks with such a claim.
 * </ol>
 *
 * <p>The variants are in {@link dev.safebank.model.variants}, what every bank must do is in
 * {@link dev.safebank.model.specification}, and the tests of that are in
 * {@link dev.safebank.model.contract}.
 */
package dev.safebank.model;
