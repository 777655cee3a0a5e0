package dev.safebank.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list of locking variants, in teaching order. It is an annotation so that both an annotation
 * processor and a program at run time can read it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Catalogue {

  /** The variants, each once, each annotated with {@link LockingVariant}. */
  Class<? extends Bank>[] value();
}
