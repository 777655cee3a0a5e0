package dev.safebank.explore.result;

import java.util.Optional;

/**
 * The holder of a resource that other actors wait for.
 *
 * @param actor index of the actor; empty if it was taken before the actors began, by a constructor
 * @param ended whether that actor has ended, and so will never release it
 * @param since where it was taken
 */
public record ResourceHolder(Optional<Integer> actor, boolean ended, SourceLocation since) {}
