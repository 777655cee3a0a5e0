package dev.safebank.junit;

import java.util.Optional;
import java.util.logging.Logger;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/**
 * The JUnit Platform engine that explores jcstress tests and banks. The platform finds it on the
 * class path; nobody needs to call it. It claims classes with {@code @JCStressTest} or
 * {@link JudgeBank}, and no others.
 */
public final class SafebankTestEngine extends HierarchicalTestEngine<EngineContext> {

  /** The engine's id, with which launchers include or exclude it. */
  public static final String ID = "safebank";

  private static final Logger LOGGER = Logger.getLogger(SafebankTestEngine.class.getName());

  private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
      EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
          .addClassContainerSelectorResolver(TestClasses::isTest)
          .addSelectorResolver(context -> new TestClassSelectorResolver(
              context.getEngineDescriptor().getUniqueId(),
              EngineOptions.from(context.getDiscoveryRequest().getConfigurationParameters()),
              context.getClassNameFilter()))
          .build();

  /** Called by the platform, through {@link java.util.ServiceLoader}. */
  public SafebankTestEngine() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Optional<String> getGroupId() {
    return Optional.of("dev.safebank");
  }

  @Override
  public Optional<String> getArtifactId() {
    return Optional.of("safebank-junit");
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    try {
      PlatformVersion.found().ifPresent(PlatformVersion::check);
      EngineOptions options = EngineOptions.from(request.getConfigurationParameters());
      EngineDescriptor engine = new SafebankEngineDescriptor(id);
      RESOLVER.resolve(request, engine);
      checkFound(engine, options);
      return engine;
    } catch (JUnitException refused) {
      // Surefire shows only that discovery failed, and the reason in a file.
      LOGGER.severe(refused.getMessage());
      throw refused;
    }
  }

  private static void checkFound(EngineDescriptor engine, EngineOptions options) {
    if (options.failsIfNone() && engine.getChildren().isEmpty()) {
      throw new JUnitException(options
          .replay()
          .map(replay ->
              "%s=%s: none of the selected classes is a test named %s. Name its class, simple or in full, and select it."
                  .formatted(EngineOptions.REPLAY, replay, replay.test()))
          .orElse("%s=true: none of the selected classes has @JCStressTest or @JudgeBank."
              .formatted(EngineOptions.FAIL_IF_NONE)));
    }
  }

  @Override
  protected EngineContext createExecutionContext(ExecutionRequest request) {
    return new EngineContext(
        request.getEngineExecutionListener(),
        EngineOptions.from(request.getConfigurationParameters()));
  }
}
