package dev.safebank.stress.scenario;

import dev.safebank.model.Promise;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a scenario expects and fears. The annotated class is abstract, has methods annotated with
 * jcstress's {@code @Actor} (and at most one {@code @Arbiter}), and a constructor that takes a
 * {@link dev.safebank.model.BankFactory}.
 *
 * <p>Besides the outcomes listed here every scenario fears {@code DEADLOCK}, which breaks
 * {@link Promise#NEVER_DEADLOCKS}, and {@code STUCK}, which breaks {@link #stuckBreaks}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Scenario {

  /** What happens, in one or two sentences. */
  String story();

  /** Each actor's part, in the order of the actor methods, e.g. {@code A→B 50}. */
  String[] actors();

  /** What the parts of an outcome are, in order, e.g. {@code status, total}. */
  String reports();

  /** The serial outcomes: those that a right bank gives. */
  String[] serial();

  /** The outcomes that break a promise. */
  Anomaly[] anomalies();

  /** The promise that is broken when an actor waits for ever, but in no cycle. */
  Promise stuckBreaks() default Promise.NEVER_DEADLOCKS;
}
