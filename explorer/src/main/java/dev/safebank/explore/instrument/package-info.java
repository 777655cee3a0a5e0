/**
 * The instrumentation: rewrites the classes of a program when they are loaded, so that the runtime
 * is told of every step before it is taken.
 */
package dev.safebank.explore.instrument;
