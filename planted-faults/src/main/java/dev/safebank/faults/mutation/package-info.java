/**
 * Makes faulty banks from the sources of right ones.
 * {@link dev.safebank.faults.mutation.MutationOperator} lists the operators,
 * {@link dev.safebank.faults.mutation.FaultyBank} applies them, and
 * {@link dev.safebank.faults.mutation.FaultyBankCompiler} compiles the results.
 */
package dev.safebank.faults.mutation;
