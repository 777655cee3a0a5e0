package dev.safebank.architecture.planted.report;

import org.openjdk.jcstress.annotations.Actor;

/** Depends on jcstress. */
public record Page(Actor actor) {}
