/** Rewrites classes at load time so that the engine is told of every step before it is taken. */
package dev.safebank.stress.explore.instrument;
