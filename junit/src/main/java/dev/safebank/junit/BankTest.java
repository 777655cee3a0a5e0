package dev.safebank.junit;

import dev.safebank.junit.bank.JudgedBank;
import dev.safebank.junit.bank.JudgedBank.ProgramWitness;
import dev.safebank.junit.stress.StressEvidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.AssertionFailedError;

/** A test that says something about one bank. */
abstract class BankTest extends ExplorationTest {

  private static final int MOST_SENTENCES = 4;

  BankTest(UniqueId parent, Class<?> test, String name, String displayName) {
    super(parent, test, name, displayName);
  }

  /** Fails with all that stands against the bank, and the interleaving that shows it. */
  final AssertionFailedError failure(
      EngineContext context, List<String> sentences, Optional<ProgramWitness> witness) {
    JudgedBank judged = context.bank();
    String why = "%s%nReport: %s".formatted(listed(sentences), judged.report());
    return witness
        .map(shown -> failure(
            "%s%n%n  %s".formatted(why, shown.program()),
            shown.witness(),
            ReplayRequest.property(test(), shown.program(), shown.witness().schedule())))
        .orElseGet(() -> new AssertionFailedError(why));
  }

  /** Which budget to give, if the one given was too small. */
  static String advice(EngineContext context) {
    return context.bank().stress().map(StressEvidence::advice).orElse(List.of()).stream()
        .map(line -> System.lineSeparator() + line)
        .collect(Collectors.joining());
  }

  /** The first sentences, one a line, and how many more there are. */
  static String listed(List<String> sentences) {
    String first = sentences.stream()
        .limit(MOST_SENTENCES)
        .map(StressEvidence::inTermsOfTheEngine)
        .collect(Collectors.joining(System.lineSeparator()));
    int more = sentences.size() - MOST_SENTENCES;
    return more <= 0 ? first : "%s%nand %d more, which the report lists.".formatted(first, more);
  }
}
