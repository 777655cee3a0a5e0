package dev.safebank.evidence;

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
 * @param classes hash of the class files that a {@link ScopeRecord} of it is evidence of; empty if
 *     it is not known
 */
public record VariantFacts(
    String name,
    String className,
    String idea,
    Set<Promise> keeps,
    Optional<String> twin,
    String classes) {

  public VariantFacts {
    keeps = Set.copyOf(keeps);
  }

  /** A variant of which it is not known what its programs are evidence of. */
  public VariantFacts(
      String name, String className, String idea, Set<Promise> keeps, Optional<String> twin) {
    this(name, className, idea, keeps, twin, "");
  }

  /** The same variant, with the hash of its classes. */
  public VariantFacts withClasses(String hash) {
    return new VariantFacts(name, className, idea, keeps, twin, hash);
  }
}
