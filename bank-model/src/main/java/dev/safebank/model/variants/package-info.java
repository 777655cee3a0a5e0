/**
 * The locking variants of a bank, correct and faulty ones, in teaching order.
 *
 * <table>
 * <caption>Variants that keep all promises are set in bold.</caption>
 * <tr><th>Technique</th><th>Variants</th></tr>
 * <tr><td>No lock</td><td>{@link dev.safebank.model.variants.UnsafeBank}, {@link
 * dev.safebank.model.variants.VolatileBank}, {@link
 * dev.safebank.model.variants.AtomicBalancesBank}</td></tr>
 * <tr><td>One lock</td><td>{@link dev.safebank.model.variants.LeakyGlobalLockBank}, <b>{@link
 * dev.safebank.model.variants.GlobalLockBank}</b>, <b>{@link
 * dev.safebank.model.variants.SynchronizedBank}</b>, {@link
 * dev.safebank.model.variants.NonReentrantLockBank}, {@link
 * dev.safebank.model.variants.NoRollbackBank}, {@link
 * dev.safebank.model.variants.CheckOutsideLockBank}, {@link
 * dev.safebank.model.variants.MissedLockBank}</td></tr>
 * <tr><td>A lock for each account</td><td>{@link dev.safebank.model.variants.AccountLocksBank},
 * {@link dev.safebank.model.variants.MismatchedLocksBank}, {@link
 * dev.safebank.model.variants.MixedOrderBank}, <b>{@link
 * dev.safebank.model.variants.OrderedLocksBank}</b>, {@link
 * dev.safebank.model.variants.HashTieBank}, <b>{@link
 * dev.safebank.model.variants.HashOrderedBank}</b></td></tr>
 * <tr><td>Readers and writers</td><td><b>{@link
 * dev.safebank.model.variants.ReadWriteLockBank}</b>, {@link
 * dev.safebank.model.variants.LockUpgradeBank}, <b>{@link
 * dev.safebank.model.variants.SharedTransfersBank}</b>, <b>{@link
 * dev.safebank.model.variants.OptimisticBank}</b>, {@link
 * dev.safebank.model.variants.UnvalidatedOptimisticBank}</td></tr>
 * <tr><td>Less waiting</td><td><b>{@link dev.safebank.model.variants.BackoffBank}</b>, <b>{@link
 * dev.safebank.model.variants.StripedLocksBank}</b>, <b>{@link
 * dev.safebank.model.variants.SnapshotBank}</b>, <b>{@link
 * dev.safebank.model.variants.SeqLockBank}</b>, <b>{@link
 * dev.safebank.model.variants.SplitTotalBank}</b></td></tr>
 * </table>
 *
 * <p>{@link dev.safebank.model.variants.LockingVariants} is the catalogue. Each class is complete
 * in itself: the methods that move and add up money are repeated in every class, so that it can be
 * read from top to bottom, and the difference between two files is the difference between two
 * variants.
 */
package dev.safebank.model.variants;
