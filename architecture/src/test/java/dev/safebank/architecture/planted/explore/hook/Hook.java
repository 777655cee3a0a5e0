package dev.safebank.architecture.planted.explore.hook;

/** An internal class of the explorer. */
public final class Hook {}
