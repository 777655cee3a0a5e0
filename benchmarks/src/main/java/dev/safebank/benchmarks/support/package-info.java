/** What the programs of this module share: the choice of variants, and the environment. */
package dev.safebank.benchmarks.support;
