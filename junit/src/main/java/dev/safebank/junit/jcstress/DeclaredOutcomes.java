package dev.safebank.junit.jcstress;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.Outcome;

/**
 * What a jcstress test declares, and which declaration speaks of an outcome. By jcstress's rules: a
 * declaration that names the outcome comes before one whose regular expression matches, and that
 * before the one without an id.
 *
 * @param declared in the order of the source
 */
public record DeclaredOutcomes(List<DeclaredOutcome> declared) {

  public DeclaredOutcomes {
    declared = List.copyOf(declared);
  }

  /** Those of the class, and of the class that its {@code @JCStressMeta} names. */
  public static DeclaredOutcomes of(Class<?> test) {
    Stream<Outcome> own = Arrays.stream(test.getAnnotationsByType(Outcome.class));
    Stream<Outcome> shared = Optional.ofNullable(test.getAnnotation(JCStressMeta.class)).stream()
        .flatMap(meta -> Arrays.stream(meta.value().getAnnotationsByType(Outcome.class)));
    return new DeclaredOutcomes(
        Stream.concat(own, shared).map(DeclaredOutcome::of).toList());
  }

  /** The declaration that speaks of an outcome. */
  Optional<DeclaredOutcome> of(String outcome) {
    return naming(outcome)
        .or(() -> declared.stream().filter(each -> each.matches(outcome)).findFirst())
        .or(() -> declared.stream().filter(DeclaredOutcome::speaksOfAllOthers).findFirst());
  }

  /**
   * The declaration that names an outcome. That actors wait for ever is excused by nothing less:
   * whoever writes {@code .*} thinks of results.
   */
  Optional<DeclaredOutcome> naming(String outcome) {
    return declared.stream().filter(each -> each.names(outcome)).findFirst();
  }
}
