package dev.safebank.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.UniqueId;
import org.openjdk.jcstress.annotations.JCStressTest;

/** Finds the classes that the engine claims: jcstress tests, and classes that judge a bank. */
final class TestClasses {

  private TestClasses() {}

  static boolean isTest(Class<?> candidate) {
    return isJcstressTest(candidate) || judgesBank(candidate);
  }

  private static boolean isJcstressTest(Class<?> candidate) {
    return candidate.isAnnotationPresent(JCStressTest.class);
  }

  private static boolean judgesBank(Class<?> candidate) {
    return candidate.isAnnotationPresent(JudgeBank.class);
  }

  /** The tests among the classes that are declared in this one, at any depth. */
  static Set<Class<?>> nestedIn(Class<?> outer) {
    Set<Class<?>> tests = new LinkedHashSet<>();
    Arrays.stream(outer.getDeclaredClasses()).forEach(nested -> {
      if (isTest(nested)) {
        tests.add(nested);
      }
      tests.addAll(nestedIn(nested));
    });
    return tests;
  }

  /** What a class turns into, below a parent. */
  static List<Function<UniqueId, TestClassDescriptor>> descriptors(Class<?> test) {
    List<Function<UniqueId, TestClassDescriptor>> descriptors = new ArrayList<>();
    if (isJcstressTest(test)) {
      descriptors.add(parent -> new JcstressClassDescriptor(parent, test));
    }
    if (judgesBank(test)) {
      descriptors.add(parent -> new JudgeBankDescriptor(parent, test));
    }
    return descriptors;
  }

  /** The descriptor that a segment of a unique id stands for. */
  static Optional<TestClassDescriptor> descriptor(UniqueId parent, UniqueId.Segment segment) {
    return ReflectionSupport.tryToLoadClass(segment.getValue()).toOptional().stream()
        .flatMap(test -> descriptors(test).stream())
        .map(descriptor -> descriptor.apply(parent))
        .filter(found -> found.getUniqueId().getLastSegment().equals(segment))
        .findFirst();
  }
}
