/**
 * Programs whose actors are lambdas of an ordinary JUnit test:
 * {@link dev.safebank.junit.program.Concurrently}.
 */
package dev.safebank.junit.program;
