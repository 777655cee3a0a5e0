package dev.safebank.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestTag;
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

  /** The top-level class around a test, if that is no test itself. */
  static Optional<Class<?>> outer(Class<?> test) {
    Class<?> top = test;
    while (top.getEnclosingClass() != null) {
      top = top.getEnclosingClass();
    }
    return Optional.<Class<?>>of(top).filter(outer -> !isTest(outer));
  }

  /** What a class turns into, below a parent. */
  static List<TestClassDescriptor> descriptors(UniqueId parent, Class<?> test) {
    List<TestClassDescriptor> descriptors = new ArrayList<>();
    if (isJcstressTest(test)) {
      descriptors.add(new JcstressClassDescriptor(parent, test));
    }
    if (judgesBank(test)) {
      descriptors.add(new JudgeBankDescriptor(parent, test));
    }
    return descriptors;
  }

  /** The class that a segment of a unique id names. */
  static Optional<Class<?>> named(UniqueId.Segment segment) {
    return ReflectionSupport.tryToLoadClass(segment.getValue()).toOptional();
  }

  /** Its name without the package, as it is written in the source. */
  static String displayName(Class<?> type) {
    return type.getName()
        .substring(type.getPackageName().isEmpty() ? 0 : type.getPackageName().length() + 1)
        .replace('$', '.');
  }

  /** The tags of a class and of the classes around it. */
  static Set<TestTag> tags(Class<?> type) {
    return Stream.<Class<?>>iterate(type, each -> each != null, Class::getEnclosingClass)
        .flatMap(each -> AnnotationSupport.findRepeatableAnnotations(each, Tag.class).stream())
        .map(tag -> TestTag.create(tag.value()))
        .collect(Collectors.toSet());
  }
}
