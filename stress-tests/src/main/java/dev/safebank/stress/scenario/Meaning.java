package dev.safebank.stress.scenario;

import dev.safebank.model.specification.AnomalyKind;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells how outcomes of a scenario come about in which the same thing is wrong. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Meaning {

  /** What is wrong with them. */
  AnomalyKind of();

  /** How such an outcome comes about, in one sentence. */
  String is();
}
