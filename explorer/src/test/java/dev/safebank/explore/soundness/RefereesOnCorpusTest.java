package dev.safebank.explore.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Explorations of the corpus against others that must agree with them. They need no expectation, so
 * they judge any program. A sample of the programs, unless {@code -Dsoundness.every=1}.
 */
@EnabledIfSystemProperty(named = "safebank.test.soundness", matches = "true")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RefereesOnCorpusTest {

  /** What ends the JVM, or never ends and keeps a processor busy. */
  private static final Set<String> NOT_FOR_REAL = Set.of(
      "ChanceAndRealThreads.Exit",
      "ChanceAndRealThreads.Halt",
      "Hangs.LoopsForEver",
      "ThreadLifecycle.SpinStarts");

  /** What a program uses where more than the order of its actors decides. */
  private static final List<String> UNDECIDED = List.of(
      "java/lang/Thread",
      "java/util/concurrent/TimeUnit",
      "hashCode",
      "HashCode",
      "nanoTime",
      "currentTimeMillis",
      "java/time/",
      "java/util/Date",
      "Random",
      "random",
      "shuffle");

  private static List<Class<?>> programs = List.of();
  private static Map<Class<?>, Observation> observed = Map.of();

  @BeforeAll
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  static void explore() throws IOException {
    programs = Corpus.sample();
    observed = Explorations.ofPrograms(programs);
  }

  @Test
  void theOrderOfTheActorsMethodsIsOfNoMatter() throws IOException {
    List<Request> requests = programs.stream()
        .flatMap(program -> ActorOrder.others(Corpus.actors(program)).stream()
            .map(order -> Request.of(program, Rewriting.swap(order))))
        .toList();

    assertThat(disagreements(requests, Referee::ofSwap)).isEmpty();
  }

  @Test
  void moreStepsBringNothingNew() throws IOException {
    List<Request> requests =
        programs.stream().map(program -> Request.of(program, Rewriting.STEPS)).toList();

    assertThat(disagreements(requests, Referee::ofSteps)).isEmpty();
  }

  @Test
  void realThreadsInTurnShowWhatIsSerial() throws IOException {
    Map<Request, Observation> real = Explorations.of(SerialWorker.class, forReal());

    List<String> disagreements = new ArrayList<>();
    for (Class<?> program : programs) {
      Observation serial = real.get(Request.of(program));
      if (serial != null) {
        Referee.ofSerial(observed.get(program), serial, isDecided(program))
            .ifPresent(text -> disagreements.add(Corpus.name(program) + ": " + text));
      }
    }
    assertThat(disagreements).isEmpty();
  }

  /** A judgement on the corpus itself. To be stuck is no proof: so looks a slow machine. */
  @Test
  void realThreadsTogetherShowNothingThatIsNotExpected() throws IOException {
    Map<Request, Observation> real = Explorations.of(RealWorker.class, forReal());

    List<String> surprises = new ArrayList<>();
    for (Class<?> program : programs) {
      Observation shown = real.get(Request.of(program));
      if (shown != null && shown.ending() == Observation.Ending.EXPLORED) {
        Judgement.impossible(program.getAnnotation(Expect.class), shown).stream()
            .filter(outcome -> !outcome.equals("STUCK"))
            .forEach(outcome -> surprises.add(Corpus.name(program) + ": " + outcome));
      }
    }
    assertThat(surprises).isEmpty();
  }

  private static List<Request> forReal() {
    return programs.stream()
        .filter(program -> !NOT_FOR_REAL.contains(Corpus.name(program)))
        .map(Request::of)
        .toList();
  }

  private interface Comparison {
    Optional<String> of(Observation original, Observation other);
  }

  private static List<String> disagreements(List<Request> requests, Comparison comparison)
      throws IOException {
    Map<Request, Observation> others = Explorations.of(requests);
    List<String> disagreements = new ArrayList<>();
    for (Class<?> program : programs) {
      requests.stream()
          .filter(request -> request.program().equals(program.getName()))
          .forEach(request -> comparison
              .of(observed.get(program), others.get(request))
              .ifPresent(text -> disagreements.add("%s %s: %s"
                  .formatted(Corpus.name(program), request.rewriting().order(), text))));
    }
    return disagreements;
  }

  /** Whether the outcome depends on nothing but the order of the actors. */
  private static boolean isDecided(Class<?> program) throws IOException {
    for (Class<?> type : (Iterable<Class<?>>) all(program)::iterator) {
      String path = "/" + type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getResourceAsStream(path)) {
        String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        if (UNDECIDED.stream().anyMatch(constants::contains)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Stream<Class<?>> all(Class<?> type) {
    return Stream.concat(
        Stream.of(type), Stream.of(type.getDeclaredClasses()).flatMap(RefereesOnCorpusTest::all));
  }
}
