package dev.safebank.stress.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.model.BankFactory;
import dev.safebank.model.specification.ReferenceBank;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;

/** The code of each scenario does what its declaration says. */
class ScenarioCodeTest {

  @ParameterizedTest
  @MethodSource("dev.safebank.stress.scenario.Scenarios#all")
  void actorsOneAfterTheOtherOnTheReferenceBankGiveTheSerialOutcomes(Class<?> scenario)
      throws ReflectiveOperationException {
    ScenarioFacts facts = Declarations.ofScenario(scenario);
    List<Method> actors = Arrays.stream(scenario.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Actor.class))
        .toList();
    Set<String> outcomes = new TreeSet<>();
    for (List<Method> order : orders(actors)) {
      outcomes.add(run(scenario, order));
    }

    assertThat(outcomes).isEqualTo(facts.serialOutcomes());
  }

  private static String run(Class<?> scenario, List<Method> order)
      throws ReflectiveOperationException {
    Object test = opened(scenario);
    Object result = order.get(0).getParameterTypes()[0].getDeclaredConstructor().newInstance();
    for (Method actor : order) {
      actor.invoke(test, result);
    }
    for (Method method : scenario.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Arbiter.class)) {
        method.invoke(test, result);
      }
    }
    return result.toString();
  }

  /** The scenario on the reference bank: scenarios are abstract, since each cell names its bank. */
  private static Object opened(Class<?> scenario) throws ReflectiveOperationException {
    BankFactory bank = ReferenceBank::new;
    return new ByteBuddy()
        .subclass(scenario, ConstructorStrategy.Default.IMITATE_SUPER_CLASS_OPENING)
        .make()
        .load(scenario.getClassLoader())
        .getLoaded()
        .getDeclaredConstructor(BankFactory.class)
        .newInstance(bank);
  }

  private static List<List<Method>> orders(List<Method> actors) {
    if (actors.isEmpty()) {
      return List.of(List.of());
    }
    return actors.stream()
        .flatMap(first ->
            orders(actors.stream().filter(other -> !other.equals(first)).toList()).stream()
                .map(rest -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(first), rest.stream())
                    .toList()))
        .toList();
  }

  @Test
  void anExceptionThatABankThrowsIsReportedByItsName() {
    CrossingTransfers scenario = new CrossingTransfers((opening, midway) -> {
      return new ThrowingBank();
    }) {};

    assertThat(scenario.transfer(0, 1, 50)).isEqualTo("IllegalStateException");
    assertThat(scenario.validate()).isEqualTo("IllegalStateException");
    assertThat(scenario.transferAndValidate(0, 1, 50)).isEqualTo("IllegalStateException");
  }

  /** A bank whose every call throws. */
  private static final class ThrowingBank implements dev.safebank.model.Bank {

    @Override
    public boolean transfer(int from, int to, long amount) {
      throw new IllegalStateException("not today");
    }

    @Override
    public long validate() {
      throw new IllegalStateException("not today");
    }

    @Override
    public long transferAndValidate(int from, int to, long amount) {
      throw new IllegalStateException("not today");
    }

    @Override
    public long[] balances() {
      return new long[0];
    }
  }
}
