package dev.safebank.explore.actors;

import java.io.Serializable;

/** What an actor does with the state, and reports. */
@FunctionalInterface
public interface ActorFunction<S> extends Serializable {

  /** Does it; the text of what it returns, or what it throws, becomes part of the outcome. */
  Object apply(S state) throws Exception;
}
