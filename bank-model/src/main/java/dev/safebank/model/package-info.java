/**
 * The contract of a bank, and the promises that a way of locking it may keep or break.
 *
 * <ol>
 *   <li>{@link dev.safebank.model.Bank}: what every bank can do;
 *       {@link dev.safebank.model.BankFactory} opens one.
 *   <li>{@link dev.safebank.model.Midway}: what happens between a withdrawal and its deposit, where
 *       a test waits or fails.
 *   <li>{@link dev.safebank.model.Promise}: the seven things that may go wrong, as promises.
 *   <li>{@link dev.safebank.model.LockingVariant}: which of them a bank claims to keep;
 *       {@link dev.safebank.model.Catalogue} lists the banks that do.
 * </ol>
 *
 * <p>The banks are in {@link dev.safebank.model.variants}.
 */
package dev.safebank.model;
