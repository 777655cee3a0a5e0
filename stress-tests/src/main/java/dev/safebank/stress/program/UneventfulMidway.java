package dev.safebank.stress.program;

import dev.safebank.model.Midway;

/** A hook that does nothing. */
public final class UneventfulMidway implements Midway {

  @Override
  public void reached(int from, int to, long amount) {}
}
