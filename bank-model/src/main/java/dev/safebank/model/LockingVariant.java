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
 * <p>Every promise that is not listed in {@link #keeps} the variant <em>admits to breaking</em>: a
 * harness must show each break, and must see none of a promise that is kept.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LockingVariant {

  /** The way of locking in about six words. */
  String idea();

  /** The promises kept under concurrency. All others are admitted to be broken. */
  Promise[] keeps();

  /**
   * The variant to compare this one with: the one that mends its fault or, for a right one, the one
   * that shows what it guards against. {@code Bank.class} where there is none.
   */
  Class<? extends Bank> twin() default Bank.class;
}
