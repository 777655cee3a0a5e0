package dev.safebank.model;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The promises that a variant claims to keep, computed from what its {@link LockingVariant}
 * annotation gives. The same rules hold at run time and for an annotation processor.
 */
public final class ClaimedPromises {

  private ClaimedPromises() {}

  /**
   * The promises that an annotated variant claims to keep.
   *
   * @param variant the variant's name, for messages
   * @return the promises in their declared order
   * @throws IllegalArgumentException as {@link #of(String, Optional, Optional)}
   */
  public static Set<Promise> of(String variant, LockingVariant claims) {
    return of(variant, given("keeps", claims.keeps()), given("keepsAllBut", claims.keepsAllBut()));
  }

  /**
   * The promises that a variant claims to keep.
   *
   * @param variant the variant's name, for messages
   * @param keeps what {@link LockingVariant#keeps} lists; empty if it is not given
   * @param keepsAllBut what {@link LockingVariant#keepsAllBut} lists; empty if it is not given
   * @return the promises in their declared order
   * @throws IllegalArgumentException if neither or both are given, or a promise is listed twice
   */
  public static Set<Promise> of(
      String variant, Optional<List<Promise>> keeps, Optional<List<Promise>> keepsAllBut) {
    if (keeps.isPresent() && keepsAllBut.isPresent()) {
      throw new IllegalArgumentException(
          variant + " claims both keeps and keepsAllBut in @LockingVariant: remove one of them");
    }
    if (keeps.isPresent()) {
      return Collections.unmodifiableSet(distinct(variant, keeps.get()));
    }
    if (keepsAllBut.isPresent()) {
      return Collections.unmodifiableSet(
          EnumSet.complementOf(distinct(variant, keepsAllBut.get())));
    }
    throw new IllegalArgumentException(variant
        + " claims nothing in @LockingVariant: add keeps = … or keepsAllBut = … (keepsAllBut ="
        + " {} if it keeps every promise)");
  }

  private static EnumSet<Promise> distinct(String variant, List<Promise> listed) {
    EnumSet<Promise> promises = EnumSet.noneOf(Promise.class);
    for (Promise promise : listed) {
      if (!promises.add(promise)) {
        throw new IllegalArgumentException(
            variant + " lists " + promise + " twice in @LockingVariant: remove one of them");
      }
    }
    return promises;
  }

  /** A list that equals the element's default was not given: no variant may give that list. */
  private static Optional<List<Promise>> given(String element, Promise[] listed) {
    return Arrays.equals(listed, (Promise[]) declared(element).getDefaultValue())
        ? Optional.empty()
        : Optional.of(List.of(listed));
  }

  private static Method declared(String element) {
    try {
      return LockingVariant.class.getMethod(element);
    } catch (NoSuchMethodException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
