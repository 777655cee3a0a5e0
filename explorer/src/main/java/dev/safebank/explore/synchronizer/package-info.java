/**
 * Models of monitors and of the synchronizers of {@code java.util.concurrent}: what their methods
 * wait for, change, and order by happens-before.
 */
package dev.safebank.explore.synchronizer;
