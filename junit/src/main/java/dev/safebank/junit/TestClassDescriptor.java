package dev.safebank.junit;

import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class that the engine claims, with the tests that it turns into. */
abstract class TestClassDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

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
