package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.actors.ProgramDefinition;
import dev.safebank.explore.actors.ProgramSource;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.result.CallOrder;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOrder;
import dev.safebank.explore.result.ReachedOutcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Which calls can have ended before others began, as the reduced searches conclude it from one
 * execution of each class, against the unreduced search, which meets every one.
 */
@Tag("slow")
class CallOrderRefereeTest {

  private static final Options OPTIONS =
      Options.DEFAULT.with(Options.DEFAULT.limits().withExecutions(20_000)).withoutWitnesses();

  private static final String LETTERS = "xXyYlp";

  /** What calls work on; each letter of a call is a step or two. */
  public static final class Variables {

    private int x;
    private int y;

    public synchronized int locked(int value) {
      x = value;
      return y;
    }

    public int call(String letters, int value) {
      int seen = 0;
      for (int i = 0; i < letters.length(); i++) {
        switch (letters.charAt(i)) {
          case 'x' -> seen = 10 * seen + x;
          case 'X' -> x = value;
          case 'y' -> seen = 10 * seen + y;
          case 'Y' -> y = value;
          case 'l' -> seen = 10 * seen + locked(value);
          default -> {}
        }
      }
      return seen;
    }
  }

  /** By actor and call, its letters. */
  private record Script(List<List<String>> calls) implements ProgramSource {

    @Override
    public String name() {
      return calls.toString();
    }

    @Override
    public ProgramDefinition define(ClassLoader classes) {
      try {
        Class<?> type = Class.forName(Variables.class.getName(), false, classes);
        return new Definition(calls, type, type.getMethod("call", String.class, int.class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  private record Definition(List<List<String>> script, Class<?> type, Method method)
      implements ProgramDefinition {

    @Override
    public List<String> actors() {
      return List.of("one", "two", "three").subList(0, script.size());
    }

    @Override
    public int calls(int actor) {
      return script.get(actor).size();
    }

    @Override
    public Object newState() throws Throwable {
      return type.getConstructor().newInstance();
    }

    @Override
    public Optional<Object> call(int actor, int call, Object state) throws Throwable {
      try {
        return Optional.of(method.invoke(state, script.get(actor).get(call), 1 + 3 * call + actor));
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    @Override
    public boolean observesOrder() {
      return true;
    }
  }

  private final Explorer explorer = new Explorer(OPTIONS);

  @Test
  void reducedSearchesConcludeTheOrdersOfTwoActorsWithTwoCalls() {
    assertThat(compare(new Random(11), 2, 2, 2, 25)).isGreaterThan(15);
  }

  @Test
  void reducedSearchesConcludeTheOrdersOfThreeActorsWithOneCall() {
    assertThat(compare(new Random(12), 3, 1, 2, 25)).isGreaterThan(15);
  }

  @Test
  void aCallBetweenTwoOthersThatDoNotTouchTheSameCanBeOrderedEitherWay() {
    Script script = new Script(List.of(List.of("X"), List.of("Y"), List.of("xy")));

    Map<String, Set<Set<CallOrder>>> orders = orders(script, Reduction.SOURCE_DPOR);

    CallOrder forth = new CallOrder(0, 0, 1, 0);
    CallOrder back = new CallOrder(1, 0, 0, 0);
    assertThat(orders.get("0 ‖ 0 ‖ 2"))
        .anySatisfy(pairs -> assertThat(pairs).contains(forth))
        .anySatisfy(pairs -> assertThat(pairs).contains(back));
  }

  private int compare(Random random, int actors, int calls, int letters, int scripts) {
    int finished = 0;
    for (int i = 0; i < scripts; i++) {
      Script script = script(random, actors, calls, letters);
      if (explorer.explore(script, OPTIONS.with(Reduction.NONE)).complete()) {
        finished++;
        Map<String, Set<Set<CallOrder>>> unreduced = orders(script, Reduction.NONE);
        assertThat(orders(script, Reduction.SOURCE_DPOR)).as(script.name()).isEqualTo(unreduced);
        assertThat(orders(script, Reduction.SLEEP_SETS)).as(script.name()).isEqualTo(unreduced);
      }
    }
    return finished;
  }

  private static Script script(Random random, int actors, int calls, int letters) {
    List<List<String>> script = new ArrayList<>();
    for (int actor = 0; actor < actors; actor++) {
      List<String> ofActor = new ArrayList<>();
      for (int call = 0; call < calls; call++) {
        StringBuilder words = new StringBuilder();
        for (int letter = 0; letter < letters; letter++) {
          words.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        ofActor.add(words.toString());
      }
      script.add(ofActor);
    }
    return new Script(script);
  }

  private Map<String, Set<Set<CallOrder>>> orders(Script script, Reduction reduction) {
    Exploration exploration = explorer.explore(script, OPTIONS.with(reduction));
    Map<String, Set<Set<CallOrder>>> orders = new TreeMap<>();
    for (ReachedOutcome outcome : exploration.outcomes().values()) {
      Set<Set<CallOrder>> sets = new HashSet<>();
      outcome.orders().stream().map(ReachedOrder::pairs).forEach(sets::add);
      orders.put(outcome.outcome(), sets);
    }
    return orders;
  }
}
