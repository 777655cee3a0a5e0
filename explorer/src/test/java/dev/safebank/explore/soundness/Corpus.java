package dev.safebank.explore.soundness;

import dev.safebank.explore.soundness.programs.Barriers;
import dev.safebank.explore.soundness.programs.Callbacks;
import dev.safebank.explore.soundness.programs.ChanceAndRealThreads;
import dev.safebank.explore.soundness.programs.ClassInitialisation;
import dev.safebank.explore.soundness.programs.ClassShapes;
import dev.safebank.explore.soundness.programs.Clocks;
import dev.safebank.explore.soundness.programs.CollectionCalls;
import dev.safebank.explore.soundness.programs.CollectionElements;
import dev.safebank.explore.soundness.programs.CombinedFeatures;
import dev.safebank.explore.soundness.programs.ConcurrentCollections;
import dev.safebank.explore.soundness.programs.Crashes;
import dev.safebank.explore.soundness.programs.ExactIdentities;
import dev.safebank.explore.soundness.programs.FalseOutcomes;
import dev.safebank.explore.soundness.programs.FalseRaces;
import dev.safebank.explore.soundness.programs.FinalFields;
import dev.safebank.explore.soundness.programs.FreeChoices;
import dev.safebank.explore.soundness.programs.FunctionShapes;
import dev.safebank.explore.soundness.programs.Hangs;
import dev.safebank.explore.soundness.programs.IdentityHashes;
import dev.safebank.explore.soundness.programs.InheritedCalls;
import dev.safebank.explore.soundness.programs.Language;
import dev.safebank.explore.soundness.programs.LockShapes;
import dev.safebank.explore.soundness.programs.Monitors;
import dev.safebank.explore.soundness.programs.MoreArguments;
import dev.safebank.explore.soundness.programs.MoreCollections;
import dev.safebank.explore.soundness.programs.MoreInitialisers;
import dev.safebank.explore.soundness.programs.MoreSynchronizers;
import dev.safebank.explore.soundness.programs.NeededByUsers;
import dev.safebank.explore.soundness.programs.NumbersAndTexts;
import dev.safebank.explore.soundness.programs.OpenIdentities;
import dev.safebank.explore.soundness.programs.OrdersAndTexts;
import dev.safebank.explore.soundness.programs.OutsideActors;
import dev.safebank.explore.soundness.programs.OverriddenSynchronizers;
import dev.safebank.explore.soundness.programs.PrivateStamps;
import dev.safebank.explore.soundness.programs.QueueingSynchronizers;
import dev.safebank.explore.soundness.programs.RangesAndCopies;
import dev.safebank.explore.soundness.programs.ReadByTheJdk;
import dev.safebank.explore.soundness.programs.ReadHolds;
import dev.safebank.explore.soundness.programs.Reflection;
import dev.safebank.explore.soundness.programs.SharedArrays;
import dev.safebank.explore.soundness.programs.SharedCollections;
import dev.safebank.explore.soundness.programs.SmallShapes;
import dev.safebank.explore.soundness.programs.SpinShapes;
import dev.safebank.explore.soundness.programs.SpuriousWakeups;
import dev.safebank.explore.soundness.programs.StandIns;
import dev.safebank.explore.soundness.programs.StaticState;
import dev.safebank.explore.soundness.programs.Subclasses;
import dev.safebank.explore.soundness.programs.ThreadLifecycle;
import dev.safebank.explore.soundness.programs.ThreadShapes;
import dev.safebank.explore.soundness.programs.ThreadsAndInterrupts;
import dev.safebank.explore.soundness.programs.TimeAndModes;
import dev.safebank.explore.soundness.programs.TimeoutsInterruptsSignals;
import dev.safebank.explore.soundness.programs.UnknownJdkCalls;
import dev.safebank.explore.soundness.programs.UserFunctions;
import dev.safebank.explore.soundness.programs.ViewsAndBuffers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;

/** The programs by class of fault. */
final class Corpus {

  private static final List<Class<?>> GROUPS = List.of(
      Barriers.class,
      Callbacks.class,
      ChanceAndRealThreads.class,
      ClassInitialisation.class,
      Clocks.class,
      CollectionElements.class,
      CombinedFeatures.class,
      MoreArguments.class,
      MoreCollections.class,
      MoreSynchronizers.class,
      ConcurrentCollections.class,
      Crashes.class,
      FalseOutcomes.class,
      FalseRaces.class,
      FinalFields.class,
      Hangs.class,
      IdentityHashes.class,
      Language.class,
      Monitors.class,
      NeededByUsers.class,
      OverriddenSynchronizers.class,
      QueueingSynchronizers.class,
      ReadHolds.class,
      Reflection.class,
      SharedArrays.class,
      SharedCollections.class,
      SpuriousWakeups.class,
      StandIns.class,
      StaticState.class,
      Subclasses.class,
      ThreadLifecycle.class,
      TimeAndModes.class,
      TimeoutsInterruptsSignals.class,
      UnknownJdkCalls.class,
      FunctionShapes.class,
      LockShapes.class,
      OrdersAndTexts.class,
      PrivateStamps.class,
      ReadByTheJdk.class,
      SpinShapes.class,
      ThreadShapes.class,
      ClassShapes.class,
      MoreInitialisers.class,
      NumbersAndTexts.class,
      OutsideActors.class,
      SmallShapes.class,
      ThreadsAndInterrupts.class,
      UserFunctions.class,
      OpenIdentities.class,
      RangesAndCopies.class,
      CollectionCalls.class,
      ViewsAndBuffers.class,
      FreeChoices.class,
      ExactIdentities.class,
      InheritedCalls.class);

  private static final List<Class<?>> NEWER = NewerJdk.groups().toList();

  private Corpus() {}

  /** All programs, or those that {@code -Dsoundness.programs} names. */
  static List<Class<?>> programs() {
    return programs(System.getProperty("soundness.programs", "*"));
  }

  /** Those that one of some globs names, with commas between. */
  static List<Class<?>> programs(String globs) {
    Predicate<String> wanted = Arrays.stream(globs.split(",", -1))
        .map(Corpus::glob)
        .reduce(Predicate::or)
        .orElseThrow();
    return Stream.concat(GROUPS.stream(), NEWER.stream())
        .flatMap(Corpus::programsOf)
        .filter(program -> wanted.test(name(program)))
        .toList();
  }

  /** One in {@code -Dsoundness.every}, for what takes long: ten unless it is said otherwise. */
  static List<Class<?>> sample() {
    List<Class<?>> all = programs();
    int every = Integer.getInteger("soundness.every", 10);
    return IntStream.range(0, all.size())
        .filter(i -> i % every == 0)
        .<Class<?>>mapToObj(all::get)
        .toList();
  }

  /** How many actors a program has. */
  static int actors(Class<?> program) {
    return (int) Arrays.stream(program.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Actor.class))
        .count();
  }

  /** Short name of a program: its group and its own. */
  static String name(Class<?> program) {
    return program.getDeclaringClass().getSimpleName() + "." + program.getSimpleName();
  }

  static Judgement judge(Class<?> program, Observation observed) {
    return Judgement.of(program.getAnnotation(Expect.class), observed);
  }

  private static Predicate<String> glob(String glob) {
    String quoted = Pattern.quote(glob).replace("*", "\\E.*\\Q");
    return Pattern.compile("(.*\\.)?" + quoted).asMatchPredicate();
  }

  private static Stream<Class<?>> programsOf(Class<?> group) {
    return Arrays.stream(group.getDeclaredClasses())
        .filter(each -> each.isAnnotationPresent(Expect.class))
        .sorted(Comparator.comparing(Class::getSimpleName));
  }
}
