package dev.safebank.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Turns classes, methods of theirs and unique ids into descriptors. A class that is no test itself
 * stands for the tests that are nested in it, since Surefire names outer classes only.
 */
final class TestClassSelectorResolver implements SelectorResolver {

  private final EngineOptions options;
  private final Predicate<String> classNames;

  TestClassSelectorResolver(EngineOptions options, Predicate<String> classNames) {
    this.options = options;
    this.classNames = classNames;
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    Class<?> selected = selector.getJavaClass();
    Set<DiscoverySelector> nested = TestClasses.nestedIn(selected).stream()
        .map(test -> selectClass(test))
        .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!TestClasses.isTest(selected)) {
      return nested.isEmpty() ? Resolution.unresolved() : Resolution.selectors(nested);
    }
    return classNames.test(selected.getName())
        ? test(selected, nested, context)
        : Resolution.unresolved();
  }

  /** An actor's method stands for its test: an IDE offers to run what has the cursor. */
  @Override
  public Resolution resolve(MethodSelector selector, Context context) {
    return TestClasses.isTest(selector.getJavaClass())
        ? Resolution.selectors(Set.of(selectClass(selector.getJavaClass())))
        : Resolution.unresolved();
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    UniqueId.Segment last = id.getLastSegment();
    if (last.getType().equals(ExplorationTest.SEGMENT)) {
      return context
          .addToParent(
              () -> selectUniqueId(id.removeLastSegment()),
              parent -> child(parent, last.getValue()))
          .map(Match::exact)
          .map(Resolution::match)
          .orElse(Resolution.unresolved());
    }
    return context
        .addToParent(parent -> TestClasses.descriptor(parent.getUniqueId(), last))
        .map(descriptor -> match(descriptor, Set.of()))
        .map(Resolution::match)
        .orElse(Resolution.unresolved());
  }

  private Resolution test(Class<?> test, Set<DiscoverySelector> nested, Context context) {
    if (options.replay().filter(replay -> !replay.means(test)).isPresent()) {
      return nested.isEmpty() ? Resolution.unresolved() : Resolution.selectors(nested);
    }
    Set<Match> matches = new LinkedHashSet<>();
    for (Function<UniqueId, TestClassDescriptor> each : TestClasses.descriptors(test)) {
      context
          .addToParent(parent -> Optional.of(each.apply(parent.getUniqueId())))
          .map(descriptor -> match(descriptor, nested))
          .ifPresent(matches::add);
    }
    return Resolution.matches(matches);
  }

  private Match match(TestClassDescriptor test, Set<DiscoverySelector> nested) {
    return Match.exact(test, () -> children(test, nested));
  }

  private Set<DiscoverySelector> children(TestClassDescriptor test, Set<DiscoverySelector> nested) {
    Set<DiscoverySelector> selectors = new LinkedHashSet<>(nested);
    test.tests(options).forEach(child -> selectors.add(selectUniqueId(child.getUniqueId())));
    return selectors;
  }

  private Optional<TestDescriptor> child(TestDescriptor parent, String name) {
    return parent instanceof TestClassDescriptor test
        ? test.tests(options).stream()
            .filter(child -> child.getUniqueId().getLastSegment().getValue().equals(name))
            .map(TestDescriptor.class::cast)
            .findFirst()
        : Optional.empty();
  }
}
