package dev.safebank.model.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LockingVariantsTest {

  @Test
  void everyBankInThePackageIsInTheCatalogueOnce() throws Exception {
    assertThat(banksInThePackage()).containsExactlyInAnyOrderElementsOf(LockingVariants.all());
  }

  @Test
  void everyVariantSaysHowItsCallsWait() {
    assertThat(Waits.TABLE.stream().<Class<?>>map(Waits::variant))
        .containsExactlyElementsOf(LockingVariants.all());
  }

  @Test
  void everyPromiseIsKeptBySomeVariantAndBrokenByAnother() {
    for (Promise promise : Promise.values()) {
      assertThat(LockingVariants.all().stream().map(v -> Variants.keeps(v, promise)))
          .as(promise.words())
          .contains(true, false);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#all")
  void everyVariantSaysWhatItClaims(Class<? extends Bank> variant) {
    LockingVariant claims = LockingVariants.claims(variant);
    assertThat(variant).isPublic().isFinal();
    assertThat(claims.idea().split(" ")).hasSizeBetween(3, 8);
    assertThat(claims.keeps()).doesNotHaveDuplicates().isSorted();
    assertThat(LockingVariants.all()).contains(claims.twin());
    assertThat(claims.twin()).isNotEqualTo(variant);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#all")
  void everyFaultyVariantIsComparedWithOneThatKeepsMore(Class<? extends Bank> variant) {
    List<Promise> keeps = List.of(LockingVariants.claims(variant).keeps());
    List<Promise> twinKeeps =
        List.of(LockingVariants.claims(LockingVariants.claims(variant).twin()).keeps());
    if (keeps.size() < Promise.values().length) {
      assertThat(twinKeeps).containsAll(keeps).hasSizeGreaterThan(keeps.size());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#all")
  void aVariantIsFoundByItsName(Class<? extends Bank> variant) {
    assertThat(LockingVariants.named(variant.getSimpleName())).isEqualTo(variant);
  }

  @Test
  void aMisspeltNameIsAnsweredWithTheNamesThereAre() {
    assertThatThrownBy(() -> LockingVariants.named("GlobaLock"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "Unknown variant \"GlobaLock\". Did you mean GlobalLockBank? Known: UnsafeBank, Vol")
        .hasMessageEndingWith("SeqLockBank, SplitTotalBank");
  }

  @Test
  void aNameLikeNoOtherIsAnsweredWithoutAGuess() {
    assertThatThrownBy(() -> LockingVariants.named("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Unknown variant \"x\". Known: UnsafeBank, ");
  }

  @Test
  void aClassWithoutClaimsIsRefused() {
    assertThatThrownBy(() -> LockingVariants.claims(Bank.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dev.safebank.model.Bank claims nothing: annotate it with @LockingVariant");
  }

  @Test
  void aClassWithoutTheConstructorIsRefused() {
    assertThatThrownBy(() -> LockingVariants.open(Bank.class, new long[1], Midway.NOTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dev.safebank.model.Bank cannot be opened: it needs a public constructor"
            + " (long[] openingBalances, Midway midway)");
  }

  private static List<Class<?>> banksInThePackage() throws IOException, URISyntaxException {
    Path folder = Path.of(
            LockingVariants.class.getResource("LockingVariants.class").toURI())
        .getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .<Class<?>>map(LockingVariantsTest::load)
          .filter(Bank.class::isAssignableFrom)
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(LockingVariants.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }
}
