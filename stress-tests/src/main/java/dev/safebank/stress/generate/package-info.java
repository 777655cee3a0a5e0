/**
 * The annotation processor that generates one jcstress test per variant × scenario.
 *
 * <p>Annotate a class of your own with {@link dev.safebank.stress.generate.StressMatrix} to test
 * your own bank.
 */
package dev.safebank.stress.generate;
