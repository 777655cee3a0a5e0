package dev.safebank.explore.actors;

import java.io.Serializable;

/** What an actor does, or a check does, with the state. */
@FunctionalInterface
public interface ActorAction<S> extends Serializable {

  /** Does it; whatever it throws becomes part of the outcome. */
  void run(S state) throws Exception;
}
