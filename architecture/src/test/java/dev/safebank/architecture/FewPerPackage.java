package dev.safebank.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;

/** Holds if no package has more than a number of the classes that are checked. */
final class FewPerPackage extends ArchCondition<JavaClass> {

  private final int most;
  private final Map<String, Integer> counts = new TreeMap<>();

  FewPerPackage(int most) {
    super("be at most " + most + " in a package");
    this.most = most;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    counts.merge(type.getPackageName(), 1, Integer::sum);
  }

  @Override
  public void finish(ConditionEvents events) {
    counts.forEach((name, count) -> events.add(new SimpleConditionEvent(
        name, count <= most, "%s has %d types, more than %d".formatted(name, count, most))));
    counts.clear();
  }
}
