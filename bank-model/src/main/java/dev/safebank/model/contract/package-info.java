/**
 * The contract of a bank as tests: every call that a thread makes alone is compared with the
 * specification.
 *
 * <p>{@link dev.safebank.model.contract.BankContract} is for those who use JUnit,
 * {@link dev.safebank.model.contract.ContractCheck} for all others. They are here, in the main
 * code, and not in a test archive, so that they come with their sources and documentation and
 * without the tests of the variants; JUnit is an optional dependency that nothing else in the
 * module uses.
 */
package dev.safebank.model.contract;
