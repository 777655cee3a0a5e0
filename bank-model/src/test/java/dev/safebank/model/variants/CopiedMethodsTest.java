package dev.safebank.model.variants;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Bank;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Variants repeat some methods deliberately, so that each variant can be read alone. The copies are
 * equal, Javadoc included; a variant that differs is listed here with the reason.
 */
@ParameterizedClass(name = "{0}")
@FieldSource("COPIED")
final class CopiedMethodsTest {

  /**
   * A method that variants repeat.
   *
   * @param signature as the source has it, without modifiers and result
   * @param model the variant whose copy the others equal
   * @param variants those that have a copy or are listed as different
   * @param different the variants whose method differs or is missing, and why
   */
  record Copied(
      String signature,
      Class<? extends Bank> model,
      Set<Class<? extends Bank>> variants,
      Map<Class<? extends Bank>, String> different) {

    @Override
    public String toString() {
      return signature;
    }
  }

  private static final Set<Class<? extends Bank>> DESCRIBED =
      Waits.TABLE.stream().map(Waits::variant).collect(toSet());

  private static final Set<Class<? extends Bank>> LOCKING_ALL = Set.of(
      AccountLocksBank.class,
      MixedOrderBank.class,
      OrderedLocksBank.class,
      HashTieBank.class,
      HashOrderedBank.class,
      BackoffBank.class,
      StripedLocksBank.class);

  static final List<Copied> COPIED = List.of(
      new Copied(
          "move(int from, int to, long amount)",
          GlobalLockBank.class,
          DESCRIBED,
          Map.of(
              VolatileBank.class, "each balance is a volatile field",
              AtomicBalancesBank.class, "the funds are checked and withdrawn in one atomic step",
              NoRollbackBank.class, "the fault: a failed transfer is not undone",
              CheckOutsideLockBank.class, "the fault: the funds are checked by the caller",
              SnapshotBank.class, "the money is moved in a copy of the balances",
              SeqLockBank.class, "the version is counted up before and after the writes",
              SplitTotalBank.class, "the money is moved between balances that are taken out")),
      new Copied(
          "total()",
          GlobalLockBank.class,
          DESCRIBED,
          Map.of(
              VolatileBank.class, "each balance is a volatile field",
              AtomicBalancesBank.class, "each balance is read atomically",
              SnapshotBank.class, "adds up the snapshot that it is given",
              SeqLockBank.class, "each balance is read atomically",
              SplitTotalBank.class, "adds up the parts of the total")),
      new Copied(
          "lockAll()",
          OrderedLocksBank.class,
          LOCKING_ALL,
          Map.of(BackoffBank.class, "starts over instead of waiting")),
      new Copied("unlockFirst(int held)", OrderedLocksBank.class, LOCKING_ALL, Map.of()));

  @Parameter
  Copied copied;

  @ParameterizedTest(name = "{0}")
  @FieldSource("dev.safebank.model.variants.Waits#TABLE")
  void everyCopyEqualsTheModelUnlessListed(Waits described) {
    Class<? extends Bank> variant = described.variant();
    Optional<String> model = method(copied.model());
    assertThat(model).isPresent();
    if (copied.different().containsKey(variant)) {
      assertThat(method(variant)).as("listed as different").isNotEqualTo(model);
    } else if (copied.variants().contains(variant)) {
      assertThat(method(variant)).isEqualTo(model);
    } else {
      assertThat(method(variant)).as("a copy in a variant that is not listed").isEmpty();
    }
  }

  /** The method's source, with the Javadoc and the annotations before it, to its closing brace. */
  private Optional<String> method(Class<? extends Bank> variant) {
    Matcher method = Pattern.compile("(?m)(?:^ {2}\\S.*\\n|^ {3}\\*.*\\n)*^ {2}(?! )[\\w ]* "
            + Pattern.quote(copied.signature())
            + "(?s:.*?)^ {2}}$")
        .matcher(source(variant));
    return Optional.of(method).filter(Matcher::find).map(Matcher::group);
  }

  private static String source(Class<? extends Bank> variant) {
    String file = variant.getSimpleName() + ".java";
    try (InputStream in = variant.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
