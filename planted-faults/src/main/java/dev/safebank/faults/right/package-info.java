/**
 * Right banks of unusual kinds: nothing that the harness does may raise an alarm on them. Some are
 * mutated, too, for what the locking variants do not have: permits, conditions, {@code volatile}.
 * {@link dev.safebank.faults.RightBanks} lists them.
 */
package dev.safebank.faults.right;
