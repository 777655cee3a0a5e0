package dev.safebank.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list of locking variants, in the order in which they are best read. An annotation, so that an
 * annotation processor can read it at compile time as well as a program at run time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Catalogue {

  /** The variants, each once, each annotated with {@link LockingVariant}. */
  Class<? extends Bank>[] value();
}
