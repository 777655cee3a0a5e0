package dev.safebank.junit;

import dev.safebank.model.Bank;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Judges a bank: explores all small programs of calls to it, and all scenarios, compares every
 * outcome with what a bank must do, and makes one test of each promise.
 *
 * <pre>{@code
 * @JudgeBank(MyBank.class)
 * class MyBankTest {}
 * }</pre>
 *
 * <p>What the bank claims is what its {@link dev.safebank.model.LockingVariant} annotation says; a
 * bank without it is judged against every promise. A claimed promise that breaks fails, with the
 * smallest program that shows it and an interleaving, step by step. A promise that the bank admits
 * to breaking, and keeps, fails as well. Where neither a break nor a proof was found the test is
 * aborted with the reason, unless {@code safebank.incomplete} says otherwise.
 *
 * <p>The bank's class needs a public constructor that takes the opening balances and a
 * {@link dev.safebank.model.Midway}, and no base class, plug-in or agent.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface JudgeBank {

  /** The bank. */
  Class<? extends Bank> value();

  /**
   * Classes with a {@link dev.safebank.stress.scenario.Scenario} annotation, to be explored after
   * those that safebank has.
   */
  Class<?>[] scenarios() default {};
}
