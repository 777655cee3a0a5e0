package dev.safebank.stress.scenario;

import dev.safebank.model.specification.AnomalyKind;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Explains how the outcomes of a scenario with a certain anomaly come about. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Meaning {

  /** The anomaly of the outcomes. */
  AnomalyKind of();

  /** How such an outcome comes about, in one sentence. */
  String is();
}
