package dev.safebank.junit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class that the engine claims, with the tests that it turns into. */
abstract class TestClassDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

  private final Class<?> test;

  TestClassDescriptor(UniqueId parent, String segment, Class<?> test) {
    super(parent.append(segment, test.getName()), displayName(test), ClassSource.from(test));
    this.test = test;
  }

  private static String displayName(Class<?> test) {
    return test.getName()
        .substring(test.getPackageName().isEmpty() ? 0 : test.getPackageName().length() + 1)
        .replace('$', '.');
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
    return AnnotationSupport.findRepeatableAnnotations(test, Tag.class).stream()
        .map(tag -> TestTag.create(tag.value()))
        .collect(Collectors.toSet());
  }
}
