package dev.safebank.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds if no two of the classes that are checked have the same simple name. */
final class UniqueSimpleNames extends ArchCondition<JavaClass> {

  private final Map<String, Set<String>> names = new TreeMap<>();

  UniqueSimpleNames() {
    super("have a simple name that no other type has");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    names.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>()).add(type.getName());
  }

  @Override
  public void finish(ConditionEvents events) {
    names.forEach((simple, full) -> events.add(new SimpleConditionEvent(
        simple, full.size() == 1, "%s names %s".formatted(simple, String.join(" and ", full)))));
    names.clear();
  }
}
