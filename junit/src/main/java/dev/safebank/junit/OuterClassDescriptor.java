package dev.safebank.junit;

import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * A top-level class that is no test, and has tests nested in it. Surefire runs a class only if some
 * descriptor names it as its source, and knows only top-level classes; so this one is named, too.
 */
final class OuterClassDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

  static final String SEGMENT = "outer";

  private final Class<?> outer;

  private OuterClassDescriptor(UniqueId id, Class<?> outer) {
    super(id, TestClasses.displayName(outer), ClassSource.from(outer));
    this.outer = outer;
  }

  static OuterClassDescriptor of(UniqueId parent, Class<?> outer) {
    return new OuterClassDescriptor(idOf(parent, outer), outer);
  }

  static UniqueId idOf(UniqueId parent, Class<?> outer) {
    return parent.append(SEGMENT, outer.getName());
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return outer.getName();
  }

  @Override
  public Set<TestTag> getTags() {
    return TestClasses.tags(outer);
  }
}
