package dev.safebank.stress.generate;

import dev.safebank.model.Bank;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requests one generated jcstress test per variant × scenario, in the package of the annotated
 * class. The tests are named {@code <Variant>_<Scenario>}.
 *
 * <pre>{@code
 * @StressMatrix(banks = MyBank.class)
 * final class MyMatrix {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface StressMatrix {

  /** Classes that list variants in a {@link dev.safebank.model.Catalogue} annotation. */
  Class<?>[] catalogues() default {};

  /** Further variants, after those of the catalogues. */
  Class<? extends Bank>[] banks() default {};

  /**
   * Whether a bank without {@link dev.safebank.model.LockingVariant} is judged against every
   * promise; by default it is refused.
   */
  boolean unclaimed() default false;

  /** The scenarios; by default all of {@link dev.safebank.stress.scenario.Scenarios}. */
  Class<?>[] scenarios() default {};
}
