package dev.safebank.stress.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An ordered list of scenarios that can be read at compile time and at run time. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ScenarioCatalogue {

  /** Classes with a {@link Scenario} annotation. */
  Class<?>[] value();
}
