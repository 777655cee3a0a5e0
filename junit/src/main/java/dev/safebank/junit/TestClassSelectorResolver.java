package dev.safebank.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
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
 * Turns classes, methods of theirs and unique ids into descriptors. A class stands for the tests
 * that are nested in it as well, since Surefire names outer classes only. A test that is nested in
 * a class that is none has that one's descriptor above it, however it was selected: so a unique id
 * is always the same.
 */
final class TestClassSelectorResolver implements SelectorResolver {

  private final UniqueId engine;
  private final EngineOptions options;
  private final Predicate<String> classNames;

  TestClassSelectorResolver(UniqueId engine, EngineOptions options, Predicate<String> classNames) {
    this.engine = engine;
    this.options = options;
    this.classNames = classNames;
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    Class<?> selected = selector.getJavaClass();
    if (!classNames.test(selected.getName())) {
      return Resolution.unresolved();
    }
    Set<DiscoverySelector> nested = nestedIn(selected);
    return !TestClasses.isTest(selected) || isOutOfReplay(selected)
        ? selectors(nested)
        : matches(add(selected, any -> true, nested, context));
  }

  /** Those that are nested in a class; that one's name alone decides whether they are wanted. */
  private Set<DiscoverySelector> nestedIn(Class<?> outer) {
    return TestClasses.nestedIn(outer).stream()
        .filter(test -> !isOutOfReplay(test))
        .flatMap(test -> TestClasses.descriptors(parent(test), test).stream())
        .map(test -> selectUniqueId(test.getUniqueId()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private UniqueId parent(Class<?> test) {
    return TestClasses.outer(test)
        .map(outer -> OuterClassDescriptor.idOf(engine, outer))
        .orElse(engine);
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
    if (!id.hasPrefix(engine) || id.equals(engine)) {
      return Resolution.unresolved();
    }
    UniqueId.Segment last = id.getLastSegment();
    return switch (last.getType()) {
      case ExplorationTest.SEGMENT ->
        context
            .addToParent(
                () -> selectUniqueId(id.removeLastSegment()),
                parent -> child(parent, last.getValue()))
            .map(Match::exact)
            .map(Resolution::match)
            .orElse(Resolution.unresolved());
      case OuterClassDescriptor.SEGMENT ->
        TestClasses.named(last)
            .flatMap(outer -> outer(id, outer, context))
            .map(Resolution::match)
            .orElse(Resolution.unresolved());
      default ->
        TestClasses.named(last)
            .map(test -> matches(add(test, id::equals, Set.of(), context)))
            .orElse(Resolution.unresolved());
    };
  }

  private Optional<Match> outer(UniqueId id, Class<?> outer, Context context) {
    return Optional.of(nestedIn(outer))
        .filter(nested -> !nested.isEmpty() && id.equals(OuterClassDescriptor.idOf(engine, outer)))
        .flatMap(nested -> context
            .addToParent(parent -> Optional.of(OuterClassDescriptor.of(engine, outer)))
            .map(descriptor -> Match.exact(descriptor, () -> nested)));
  }

  private static Resolution selectors(Set<DiscoverySelector> selectors) {
    return selectors.isEmpty() ? Resolution.unresolved() : Resolution.selectors(selectors);
  }

  private static Resolution matches(Set<Match> matches) {
    return matches.isEmpty() ? Resolution.unresolved() : Resolution.matches(matches);
  }

  private boolean isOutOfReplay(Class<?> test) {
    return options.replay().filter(replay -> !replay.means(test)).isPresent();
  }

  /** Adds what a class turns into where it belongs, whatever the context is. */
  private Set<Match> add(
      Class<?> test, Predicate<UniqueId> ids, Set<DiscoverySelector> nested, Context context) {
    Set<Match> matches = new LinkedHashSet<>();
    if (isOutOfReplay(test)) {
      return matches;
    }
    UniqueId parent = parent(test);
    for (TestClassDescriptor each : TestClasses.descriptors(parent, test)) {
      if (ids.test(each.getUniqueId())) {
        context
            .addToParent(() -> selectUniqueId(parent), found -> Optional.of(each))
            .map(added -> Match.exact(added, () -> children(added, nested)))
            .ifPresent(matches::add);
      }
    }
    return matches;
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
