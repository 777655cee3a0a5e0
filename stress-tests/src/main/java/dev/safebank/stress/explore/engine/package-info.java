/** Runs programs step by step, and searches their interleavings. */
package dev.safebank.stress.explore.engine;
