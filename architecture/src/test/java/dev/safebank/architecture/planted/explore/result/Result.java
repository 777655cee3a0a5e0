package dev.safebank.architecture.planted.explore.result;

/** A class that others may use. */
public final class Result {}
