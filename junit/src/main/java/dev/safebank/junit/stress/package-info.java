/**
 * Stresses what a user's build tests, where the user asks for it: generates and compiles what is
 * missing, runs the stress commands in a JVM of their own, and keeps their evidence.
 */
package dev.safebank.junit.stress;
