package dev.safebank.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a locking variant claims. The annotated class implements {@link Bank} and has a public
 * constructor that takes the opening balances and a {@link Midway}, as a {@link BankFactory} does.
 *
 * <p>A variant either keeps a promise or <em>admits to breaking</em> it: a harness must show each
 * admitted break, and must see no break of a promise that is kept. The annotation gives exactly one
 * of {@link #keeps} and {@link #keepsAllBut}, and lists no promise twice; {@link ClaimedPromises}
 * reads it and refuses anything else.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LockingVariant {

  /** The locking strategy in about six words. */
  String idea();

  /**
   * The promises kept under concurrency; all others are admitted to be broken. The default, a list
   * that no variant may give, stands for "not given".
   */
  Promise[] keeps() default {Promise.NESTS, Promise.NESTS};

  /**
   * The promises admitted to be broken; all others are kept under concurrency, those added to
   * {@link Promise} later included. The default, a list that no variant may give, stands for "not
   * given".
   */
  Promise[] keepsAllBut() default {Promise.NESTS, Promise.NESTS};

  /**
   * The variant to compare this one with: the one that fixes its fault or, for a correct variant,
   * one that has the fault it guards against. {@code Bank.class} if there is none.
   */
  Class<? extends Bank> twin() default Bank.class;
}
