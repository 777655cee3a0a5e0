/** What an exploration found, as values. */
package dev.safebank.explore.result;
