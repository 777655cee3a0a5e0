/**
 * The search of all executions of a program: depth first, with dynamic partial order reduction
 * ({@link dev.safebank.explore.search.SourceDpor}) and sleep sets; also the executions in which
 * actors run one after another, and the replay of a schedule.
 */
package dev.safebank.explore.search;
