package dev.safebank.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of all tests, after which the report is written, whatever they said. */
final class SafebankEngineDescriptor extends EngineDescriptor implements Node<EngineContext> {

  SafebankEngineDescriptor(UniqueId id) {
    super(id, "safebank");
  }

  @Override
  public void after(EngineContext context) {
    context.jcstressReport().write();
  }
}
