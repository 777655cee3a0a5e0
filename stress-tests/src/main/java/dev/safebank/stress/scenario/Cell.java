package dev.safebank.stress.scenario;

import dev.safebank.model.Bank;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a generated jcstress test with the variant and the scenario that it crosses. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Cell {

  /** The variant: a class with a {@link dev.safebank.model.LockingVariant} annotation. */
  Class<? extends Bank> variant();

  /** The scenario: a class with a {@link Scenario} annotation. */
  Class<?> scenario();
}
