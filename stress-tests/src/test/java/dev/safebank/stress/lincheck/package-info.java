/** The explorer against another model checker. */
package dev.safebank.stress.lincheck;
