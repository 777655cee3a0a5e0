package dev.safebank.explore.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safebank.explore.boundary.BoundaryRules;
import dev.safebank.explore.boundary.Effect;
import dev.safebank.explore.boundary.OperandUse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

/**
 * The boundary's referee: asks of every public method of java.base what a call to it counts as, and
 * holds the answers against the list itself, read once more by other means.
 */
class BoundaryRefereeTest {

  /** What a call can count as. */
  enum Answer {
    MODELLED,
    HARMLESS,
    ACCESS,
    CHANCE,
    ENDS,
    NOT_LISTED
  }

  /** Declared types of arguments that other threads may change. */
  private static final Pattern CHANGEABLE = Pattern.compile(
      "\\[.*|Ljava/lang/(CharSequence|Appendable|Iterable|StringBu.*|Readable|AbstractSt.*);"
          + "|Ljava/util/(Collection|List|Set|Map|Queue|BitSet|Date|Iterator|.*Statistics);");

  private static List<JdkMethods.JdkMethod> methods;
  private static final Map<String, Set<String>> LISTED = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    methods = JdkMethods.all();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        BoundaryRules.class.getResourceAsStream("jdk.rules"), StandardCharsets.UTF_8))) {
      Set<String> current = Set.of();
      for (String line : lines.lines().toList()) {
        String[] words = line.strip().split(" +", -1);
        if (words[0].equals("class")) {
          current = new HashSet<>();
          LISTED.put(words[1].replace("^", "").replace('.', '/'), current);
        } else if (!words[0].isEmpty() && !words[0].startsWith("#")) {
          for (int i = 1; i < words.length; i++) {
            current.add(words[i].replace("^", "").replaceAll("/.*", ""));
          }
        }
      }
    }
  }

  private static Answer answer(JdkMethods.JdkMethod method) {
    return isModelled(method) ? Answer.MODELLED : listed(method);
  }

  /** What the list says, whether or not a model stands in for the method. */
  private static Answer listed(JdkMethods.JdkMethod method) {
    Effect effect = BoundaryRules.JDK.effect(method.lineage(), method.name(), method.descriptor());
    return switch (effect.control()) {
      case CHANCE -> Answer.CHANCE;
      case ENDS -> Answer.ENDS;
      case UNLISTED -> Answer.NOT_LISTED;
      case KNOWN -> {
        boolean receiver = !method.isStatic() && !method.name().equals("<init>");
        yield BoundaryRules.JDK.isPure(effect, method.descriptor(), receiver)
            ? Answer.HARMLESS
            : Answer.ACCESS;
      }
    };
  }

  private static boolean isModelled(JdkMethods.JdkMethod method) {
    return Substitutions.of(method.lineage(), method.name(), method.descriptor())
            .isPresent()
        || (!method.isStatic()
            && method.lineage().stream()
                .anyMatch(owner ->
                    AtomicCall.of(owner, method.name(), method.descriptor()).isPresent()));
  }

  /** Methods that count as controlled although neither a model nor the list names them. */
  private static List<String> harmlessByDefault(Function<JdkMethods.JdkMethod, Answer> classifier) {
    return methods.stream()
        .filter(method -> !isModelled(method) && !isListed(method))
        .filter(method -> classifier.apply(method) != Answer.NOT_LISTED)
        .map(JdkMethods.JdkMethod::toString)
        .toList();
  }

  private static boolean isListed(JdkMethods.JdkMethod method) {
    return method.lineage().stream()
        .map(owner -> LISTED.getOrDefault(owner, Set.of()))
        .anyMatch(names -> names.contains(method.name()) || names.contains("*"));
  }

  @Test
  void whatNobodyHasNamedIsNotControlled() {
    assertThat(harmlessByDefault(BoundaryRefereeTest::answer)).isEmpty();
  }

  @Test
  void aRuleThatGoesByThePrefixOfANameIsSeen() {
    assertThat(harmlessByDefault(method -> method.owner().startsWith("java/util/concurrent/Thr")
            ? Answer.HARMLESS
            : answer(method)))
        .anyMatch(method -> method.startsWith("java/util/concurrent/ThreadLocalRandom.doubles"));
  }

  /** Texts, arrays and collections that a method is said not to look into. */
  private static Set<String> ignoredArguments() {
    Set<String> ignored = new TreeSet<>();
    for (JdkMethods.JdkMethod method : methods) {
      Effect effect =
          BoundaryRules.JDK.effect(method.lineage(), method.name(), method.descriptor());
      Type[] parameters = Type.getArgumentTypes(method.descriptor());
      for (int i = 0; i < parameters.length; i++) {
        if (effect.control() == Effect.Control.KNOWN
            && !effect.derives()
            && effect.argument(i) == OperandUse.IGNORE
            && CHANGEABLE.matcher(parameters[i].getDescriptor()).matches()
            && !isModelled(method)) {
          ignored.add(method.owner() + "." + method.name());
        }
      }
    }
    return ignored;
  }

  @Test
  void aTextAnArrayOrACollectionIsLookedInto() throws IOException {
    Set<String> ignored = ignoredArguments();
    Files.write(Path.of("target", "boundary-ignored.txt"), ignored);

    assertThat(ignored).isEmpty();
  }

  @Test
  void theListNamesOnlyClassesAndMethodsThatThereAre() {
    assertThat(RuleNames.unknown(BoundaryRules.JDK)).isEmpty();
  }

  @Test
  void aNameThatThereIsNotIsSeen() {
    assertThat(RuleNames.unknown(RuleNames.parse(
            "class java.lang.String value",
            "  pure charAt charsAt trim/3",
            "class java.util.Lost none")))
        .containsExactlyInAnyOrder(
            "java/lang/String.charsAt", "java/lang/String.trim/3", "java/util/Lost");
  }

  @Test
  void theNumbersOfMethodsByKindAreThoseThatWereReviewed() throws IOException {
    Map<Answer, Integer> counts = new TreeMap<>();
    methods.forEach(method -> counts.merge(listed(method), 1, Integer::sum));
    long modelled = methods.stream().filter(BoundaryRefereeTest::isModelled).count();
    Path report = Path.of("target", "boundary-" + Runtime.version().feature() + ".txt");
    Files.createDirectories(report.toAbsolutePath().getParent());
    Files.writeString(report, counts + ", and models stand in for " + modelled + "\n");

    Map<Integer, String> reviewed = Map.of(
        17, "{HARMLESS=1737, ACCESS=2720, CHANCE=87, ENDS=1036, NOT_LISTED=6383}",
        25, "{HARMLESS=1849, ACCESS=2839, CHANCE=89, ENDS=1113, NOT_LISTED=7988}");
    assumeTrue(
        reviewed.containsKey(Runtime.version().feature()),
        "nobody has reviewed the boundary for this JDK");
    assertThat(counts.toString()).isEqualTo(reviewed.get(Runtime.version().feature()));
  }
}
