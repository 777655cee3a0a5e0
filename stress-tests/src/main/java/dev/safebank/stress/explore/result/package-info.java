/** What an exploration found, as values. */
package dev.safebank.stress.explore.result;
