/** Explores a bank, writes the evidence and the report, and judges it as the build's gate does. */
package dev.safebank.junit.bank;
