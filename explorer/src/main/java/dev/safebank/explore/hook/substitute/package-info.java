/**
 * Substitutes for methods of threads, monitors and synchronizers: instrumented code calls them
 * instead of the methods of the JDK.
 */
package dev.safebank.explore.hook.substitute;
