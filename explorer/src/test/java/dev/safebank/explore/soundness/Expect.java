package dev.safebank.explore.soundness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the Java Language Specification and the Javadoc of the JDK allow a program to show;
 * {@link Judgement} says what an exploration of it may claim.
 *
 * <p>Outcomes are written as jcstress prints them. {@code DEADLOCK|STUCK} is one outcome under
 * either name, and a trailing {@code *} stands for any text.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Expect {

  /** Whether some interleaving contains a data race. */
  enum Races {
    /** No execution has one (JLS 17.4.5). */
    NONE,
    /** Some execution has one. */
    SOME,
    /** The specification leaves it open, or says so only by omission. */
    EITHER
  }

  /** The outcomes of all interleavings, calls into the JDK taken as one step each. */
  String[] value();

  /**
   * Outcomes of interleavings in which another actor's steps fall into a call into the JDK. They
   * may be shown; they must be, unless a race is reported, which says that there may be others.
   */
  String[] torn() default {};

  /** Outcomes that are allowed besides, and that nobody needs to find. */
  String[] mayAlso() default {};

  /** Whether some interleaving contains a data race. */
  Races races() default Races.NONE;

  /** Whether the explorer has to control all of it: an incomplete exploration is not enough. */
  boolean mustProve() default false;

  /** Whether the explorer may refuse the program, with one line that says why. */
  boolean mayBeRefused() default false;

  /** Where it is specified. */
  String because();
}
