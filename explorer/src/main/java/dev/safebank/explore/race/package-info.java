/**
 * Race detection: vector clocks for the happens-before relation, and the accesses to a location
 * that a later one may race with.
 */
package dev.safebank.explore.race;
