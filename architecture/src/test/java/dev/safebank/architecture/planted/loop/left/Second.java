package dev.safebank.architecture.planted.loop.left;

/** The second type of its package. */
public final class Second {}
