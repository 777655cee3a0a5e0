package dev.safebank.architecture.planted.elsewhere;

/** Belongs to no module. */
public final class Stray {}
