/** Substitutes for the methods of {@code java.util.concurrent.atomic}. */
package dev.safebank.explore.hook.atomic;
