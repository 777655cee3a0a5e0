package dev.safebank.explore.hook.substitute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose public methods stand in for those of a class of the JDK, at each call in
 * instrumented code. A method has the name of the one it stands in for, that one's receiver (unless
 * it is static) and parameters, and the number of the site.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Substitutes {

  /** The class of the JDK. */
  Class<?> value();
}
