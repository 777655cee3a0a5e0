package dev.safebank.model.specification;

/**
 * The position of a call in a {@link Program}.
 *
 * @param actor the number of the actor, from 0
 * @param index the number of the call among those of the actor, from 0
 */
public record CallPosition(int actor, int index) {

  @Override
  public String toString() {
    return "call " + index + " of actor " + actor;
  }
}
