/**
 * The methods that instrumented code calls just before accesses to fields, array elements, monitors
 * and atomics, at the heads of loops, and before the first use of a class.
 */
package dev.safebank.explore.hook;
