/**
 * The program that is explored: its actors, its arbiter, its state, its classes, and the ways in
 * which one execution of it can end.
 */
package dev.safebank.explore.program;
