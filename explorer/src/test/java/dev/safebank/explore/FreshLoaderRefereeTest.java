package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.instrument.ExploringClassLoader;
import dev.safebank.explore.options.ExplorationListener;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.program.LoadedClasses;
import dev.safebank.explore.program.ProgramClass;
import dev.safebank.explore.programs.FinalFields;
import dev.safebank.explore.programs.Initializers;
import dev.safebank.explore.programs.StaticFields;
import dev.safebank.explore.programs.Synchronizers;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.search.ModelChecker;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.State;

/**
 * Clearing static fields in place against loading all classes anew for every execution, which
 * cannot leave anything behind: whatever differs was left.
 */
@Tag("slow")
class FreshLoaderRefereeTest {

  private static final Options OPTIONS = Options.DEFAULT.withoutSimplestWitnesses();

  private final ExploringClassLoader classes =
      new ExploringClassLoader(FreshLoaderRefereeTest.class.getClassLoader(), List.of());

  static Stream<Class<?>> programs() {
    return Stream.of(StaticFields.class, Initializers.class, FinalFields.class, Synchronizers.class)
        .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
        .filter(program -> program.isAnnotationPresent(State.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void clearedClassesBehaveAsFreshOnes(Class<?> program) throws ClassNotFoundException {
    assertThat(explore(program, classes)).isEqualTo(explore(program, classes.anew()));
  }

  @Test
  void theRefereeSeesWhatIsNotCleared() throws ClassNotFoundException {
    Class<?> program = StaticFields.WithoutInitializer.class;
    LoadedClasses forgetful = (LoadedClasses) Proxy.newProxyInstance(
        LoadedClasses.class.getClassLoader(),
        new Class<?>[] {LoadedClasses.class},
        (self, method, arguments) -> {
          Object result = method.invoke(classes, arguments);
          return result instanceof ProgramClass type ? new Uncleared(type) : result;
        });

    assertThat(explore(program, forgetful)).isNotEqualTo(explore(program, classes.anew()));
  }

  /** Delegates all but {@link #clear}. */
  private record Uncleared(ProgramClass of) implements ProgramClass {
    @Override
    public Class<?> type() {
      return of.type();
    }

    @Override
    public List<Integer> supertypes() {
      return of.supertypes();
    }

    @Override
    public boolean runsCode() {
      return of.runsCode();
    }

    @Override
    public boolean needsItsOwnLoader() {
      return of.needsItsOwnLoader();
    }

    @Override
    public void clear() {}

    @Override
    public void runInitializer() throws Throwable {
      of.runInitializer();
    }
  }

  private static String explore(Class<?> program, LoadedClasses classes)
      throws ClassNotFoundException {
    Exploration exploration = new ModelChecker(classes, OPTIONS, ExplorationListener.NONE)
        .explore(classes.load(program.getName()));
    return "%s, serially %s, %d interleavings, races %s, incomplete: %s"
        .formatted(
            exploration.outcomes().keySet(),
            exploration.serialOutcomes(),
            exploration.interleavings(),
            exploration.races(),
            exploration.incomplete())
        .replaceAll("Thread-\\d+", "Thread");
  }
}
