package dev.safebank.stress.evidence;

import dev.safebank.model.Promise;
import java.util.Optional;
import java.util.Set;

/**
 * A locking variant as its annotation describes it.
 *
 * @param name simple class name, unique in a run
 * @param className binary class name
 * @param idea the way of locking in about six words
 * @param keeps the promises claimed; all others are admitted to be broken
 * @param twin simple name of the variant to compare with
 */
public record VariantFacts(
    String name, String className, String idea, Set<Promise> keeps, Optional<String> twin) {

  public VariantFacts {
    keeps = Set.copyOf(keeps);
  }
}
