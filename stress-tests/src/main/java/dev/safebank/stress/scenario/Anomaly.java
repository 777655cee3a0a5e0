package dev.safebank.stress.scenario;

import dev.safebank.model.Promise;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Outcomes that no order of the actors gives, and why they are wrong. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Anomaly {

  /** The outcomes, as jcstress prints them. */
  String[] outcomes();

  /** The promise that they break. */
  Promise breaks();

  /** What happened, in one plain sentence. */
  String meaning();
}
