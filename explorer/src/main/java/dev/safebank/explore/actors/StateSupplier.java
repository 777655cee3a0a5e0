package dev.safebank.explore.actors;

import java.io.Serializable;

/** Makes the state that an execution begins with. */
@FunctionalInterface
public interface StateSupplier<S> extends Serializable {

  /** A new state. */
  S get() throws Exception;
}
