package dev.safebank.threads;

/**
 * What a thread does in the program that is observed, according to its stack and state.
 *
 * @param name the thread's name for people to read
 * @param actor whether it is inside the code whose progress matters
 */
public record ThreadRole(String name, ThreadStatus status, boolean actor) {}
