/** Coroutines: threads of the program of which exactly one runs, until it hands over to another. */
package dev.safebank.explore.coroutine;
