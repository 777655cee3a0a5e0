package dev.safebank.model.variants;

import static java.util.stream.Collectors.joining;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LockingVariantsTest {

  @Test
  void everyBankInThePackageIsInTheCatalogueOnce() throws Exception {
    assertThat(LockingVariants.all()).doesNotHaveDuplicates();
    assertThat(banksInThePackage())
        .filteredOn(bank -> !LockingVariants.all().contains(bank))
        .as("banks to add to the list in LockingVariants")
        .isEmpty();
  }

  @Test
  void waitsAreDescribedOnceForVariantsOfTheCatalogue() {
    assertThat(Waits.TABLE.stream().<Class<?>>map(Waits::variant))
        .doesNotHaveDuplicates()
        .isSubsetOf(LockingVariants.all());
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
    assertThat(variant).isPublic();
    assertThat(LockingVariants.claims(variant).idea()).isNotBlank();
    assertThat(LockingVariants.twin(variant)).isNotEqualTo(Optional.of(variant));
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("dev.safebank.model.variants.Waits#TABLE")
  void everyDescribedVariantNamesItsIdeaItsFaultsInOrderAndATwin(Waits described) {
    LockingVariant claims = LockingVariants.claims(described.variant());
    assertThat(described.variant()).isFinal();
    assertThat(claims.idea().split(" ")).hasSizeBetween(3, 8);
    assertThat(claims.keepsAllBut()).isSorted();
    assertThat(LockingVariants.all()).contains(claims.twin());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#all")
  void aFaultyVariantIsComparedWithOneThatKeepsMore(Class<? extends Bank> variant) {
    Set<Promise> keeps = LockingVariants.kept(variant);
    Optional<Class<? extends Bank>> twin = LockingVariants.twin(variant);
    if (keeps.size() < Promise.values().length && twin.isPresent()) {
      assertThat(LockingVariants.kept(twin.get()))
          .containsAll(keeps)
          .hasSizeGreaterThan(keeps.size());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#all")
  void aVariantIsFoundByItsName(Class<? extends Bank> variant) {
    assertThat(LockingVariants.named(variant.getSimpleName())).isEqualTo(variant);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNamesThereAre() {
    assertThatThrownBy(() -> LockingVariants.named("GlobaLock"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown variant \"GlobaLock\". Known: " + known());
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

  private static String known() {
    return LockingVariants.all().stream().map(Class::getSimpleName).collect(joining(", "));
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
