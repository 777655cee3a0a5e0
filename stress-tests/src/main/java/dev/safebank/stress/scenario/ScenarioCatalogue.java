package dev.safebank.stress.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A list of scenarios in an order that is kept, for compile time and run time alike. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ScenarioCatalogue {

  /** Classes with a {@link Scenario} annotation. */
  Class<?>[] value();
}
