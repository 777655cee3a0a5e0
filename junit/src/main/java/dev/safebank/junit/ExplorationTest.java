package dev.safebank.junit;

import dev.safebank.explore.WitnessText;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.explore.result.Witness;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A test that says something about one jcstress test or bank. */
abstract class ExplorationTest extends AbstractTestDescriptor implements Node<EngineContext> {

  static final String SEGMENT = "test";

  private static final String FAILURE = "FAILED: ";

  private final Class<?> test;

  ExplorationTest(UniqueId parent, Class<?> test, String name, String displayName) {
    super(parent.append(SEGMENT, name), displayName, ClassSource.from(test));
    this.test = test;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  /** Those of the class. */
  @Override
  public Set<TestTag> getTags() {
    return getParent().map(parent -> parent.getTags()).orElse(Set.of());
  }

  Class<?> test() {
    return test;
  }

  /** Fails with the interleaving that leads to an outcome, and how to run it again. */
  AssertionFailedError failure(String sentence, Witness witness) {
    return failure(sentence, witness, ReplayRequest.property(test, witness.schedule()));
  }

  /** Fails with an interleaving, and the property that runs it again. */
  static AssertionFailedError failure(String sentence, Witness witness, String property) {
    return new AssertionFailedError("%s%n%n%s%nRun it again, alone: %s"
        .formatted(sentence, WitnessText.draw(witness).indent(2).stripTrailing(), property));
  }

  /** Ends a test that the exploration cannot decide as the user has asked for. */
  void undecided(EngineContext context, String reason) {
    switch (context.options().incomplete()) {
      case ABORT -> throw new TestAbortedException(reason);
      case FAIL -> throw new AssertionFailedError(reason);
      case PASS -> context.report(this, "undecided", reason);
    }
  }

  /** Whether actors wait for ever, or one threw: results that no test counts on. */
  static boolean isFault(ReachedOutcome outcome) {
    return outcome.end() != EndState.COMPLETED || outcome.outcome().startsWith(FAILURE);
  }
}
