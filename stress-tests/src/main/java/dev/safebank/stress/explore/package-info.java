/** Explores jcstress tests. */
package dev.safebank.stress.explore;
