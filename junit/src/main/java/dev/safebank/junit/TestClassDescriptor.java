package dev.safebank.junit;

import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class that the engine claims, with the tests that it turns into. */
abstract class TestClassDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

  private static final Logger LOGGER = Logger.getLogger(SafebankTestEngine.class.getName());

  private final Class<?> test;

  TestClassDescriptor(UniqueId parent, String segment, Class<?> test) {
    super(
        parent.append(segment, test.getName()),
        TestClasses.displayName(test),
        ClassSource.from(test));
    this.test = test;
  }

  /** All tests of this class. */
  abstract List<ExplorationTest> tests(EngineOptions options);

  /** Says once, in the log and to listeners, what is to be known of the whole class. */
  final void tell(EngineContext context, String line) {
    LOGGER.info(() -> "%s: %s".formatted(getDisplayName(), line));
    context.report(this, "stress", line);
  }

  final Class<?> test() {
    return test;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return test.getName();
  }

  @Override
  public Set<TestTag> getTags() {
    return TestClasses.tags(test);
  }
}
