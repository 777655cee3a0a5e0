package dev.safebank.junit.jcstress;

import dev.safebank.explore.result.Witness;
import java.util.Optional;

/**
 * What stands against a jcstress test.
 *
 * @param sentence what it is
 * @param witness the interleaving that shows it; empty if only stress does
 */
public record TestObjection(String sentence, Optional<Witness> witness) {

  static TestObjection of(String sentence) {
    return new TestObjection(sentence, Optional.empty());
  }

  static TestObjection of(String sentence, Witness witness) {
    return new TestObjection(sentence, Optional.of(witness));
  }
}
