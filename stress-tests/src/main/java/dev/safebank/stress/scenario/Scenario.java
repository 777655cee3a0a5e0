package dev.safebank.stress.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a scenario. The annotated class is abstract, has methods annotated with jcstress's
 * {@code @Actor} (and at most one {@code @Arbiter}), and a constructor that takes a
 * {@link dev.safebank.model.BankFactory}.
 *
 * <p>Which outcomes are right follows from {@link #actors} and {@link #reports}: those that the
 * {@linkplain dev.safebank.model.specification.Specification specification} gives. What is wrong
 * with the others, and which promise they break, says the
 * {@link dev.safebank.model.specification.AnomalyClassifier}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Scenario {

  /** What the actors do, in one or two sentences. */
  String story();

  /** The number of accounts, which are A, B, C and so on. */
  int accounts();

  /**
   * The calls of each actor, in the order of the actor methods: {@code A→B 50}, {@code A→B 50
   * failing midway}, {@code A→B 50 and validate}, {@code validate}; several calls of one actor are
   * separated by commas.
   */
  String[] actors();

  /**
   * The parts of an outcome, in order, separated by commas: for each call {@code status} if it is a
   * transfer, else {@code total}; then what the arbiter reads, each {@code balance of A} or
   * {@code final total}.
   */
  String reports();

  /** How outcomes that are wrong come about here, where more can be said than what is wrong. */
  Meaning[] meanings() default {};
}
