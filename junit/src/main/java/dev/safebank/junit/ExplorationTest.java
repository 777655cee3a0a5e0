package dev.safebank.junit;

import dev.safebank.explore.WitnessText;
import dev.safebank.explore.result.Witness;
import dev.safebank.junit.jcstress.TestObjection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /** Fails with the first objection to a jcstress test, or ends it undecided with the doubt. */
  final void judge(EngineContext context, List<TestObjection> objections, Optional<String> doubt) {
    for (TestObjection objection : objections) {
      throw failure(objection, context.jcstressReport().page());
    }
    doubt.ifPresent(reason -> undecided(context, reason));
  }

  private AssertionFailedError failure(TestObjection objection, Path report) {
    AssertionFailedError failure = objection
        .witness()
        .map(witness -> failure(
            objection.sentence(), witness, ReplayRequest.property(test, witness.schedule())))
        .orElseGet(() -> new AssertionFailedError(objection.sentence()));
    return new AssertionFailedError("%s%nReport: %s".formatted(failure.getMessage(), report));
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
}
