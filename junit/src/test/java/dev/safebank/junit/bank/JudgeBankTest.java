package dev.safebank.junit.bank;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.safebank.junit.SafebankTestEngine;
import dev.safebank.junit.bank.subject.JudgedBanks;
import dev.safebank.junit.bank.subject.UnopenableBanks;
import dev.safebank.junit.subject.CompiledTests;
import dev.safebank.model.Promise;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** What a class that asks for a bank's judgement turns into. */
class JudgeBankTest {

  private static final String[] NAMES = namesOfAllTests();

  private static String[] namesOfAllTests() {
    List<String> names = new ArrayList<>(List.of("keeps the contract of a bank"));
    Arrays.stream(Promise.values()).map(Promise::words).forEach(names::add);
    return names.toArray(String[]::new);
  }

  @TempDir
  private Path folder;

  private EngineExecutionResults run(DiscoverySelector selector, String... parameters) {
    EngineTestKit.Builder kit = EngineTestKit.engine(new SafebankTestEngine())
        .selectors(selector)
        .configurationParameter("explore.scope", "2x1x2:small")
        .configurationParameter("safebank.directory", folder.toString());
    for (int i = 0; i < parameters.length; i += 2) {
      kit.configurationParameter(parameters[i], parameters[i + 1]);
    }
    return kit.execute();
  }

  private EngineExecutionResults judge(String name) {
    return run(selectClass(JudgedBanks.class.getName() + "$" + name));
  }

  private static List<String> names(Events events) {
    return events.map(event -> event.getTestDescriptor().getDisplayName()).toList();
  }

  private static String message(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }

  private static Map<String, String> messages(Events events) {
    return events.stream()
        .collect(
            toMap(event -> event.getTestDescriptor().getDisplayName(), JudgeBankTest::message));
  }

  @Test
  void aRightBankIsProvedInEveryPromise() {
    EngineExecutionResults results = judge("Right");

    assertThat(names(results.testEvents().succeeded())).containsExactly(NAMES);
    assertThat(results
            .allEvents()
            .reportingEntryPublished()
            .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs()))
        .filteredOn(entry -> "PROVED".equals(entry.get("verdict")))
        .hasSize(Promise.values().length)
        .allMatch(entry -> entry.get("scope").startsWith("all 21 programs of 2 actors × 1 call"));
  }

  @Test
  void aBrokenPromiseFailsWithTheProgramTheCallTheSpecificationAndTheWitness() {
    String message = messages(judge("Forgetful").testEvents().failed()).get("consistent total");

    assertThat(message)
        .startsWith("ForgetfulBank claims CONSISTENT_TOTAL, but ")
        .contains(
            "2 actors × 1 call over 2 accounts",
            "validate()",
            "the specification allows 200",
            "JudgedBanks.java:",
            "Run it again, alone: -Dsafebank.replay='" + JudgedBanks.class.getName()
                + "$Forgetful[");
  }

  @Test
  void theWitnessOfABrokenPromiseIsRunAgainByItsProperty() {
    String message = messages(judge("Forgetful").testEvents().failed()).get("consistent total");
    Matcher property = Pattern.compile("-Dsafebank\\.replay='([^']+)'").matcher(message);
    assertThat(property.find()).isTrue();

    EngineExecutionResults again = run(
        selectClass(JudgedBanks.class.getName() + "$Forgetful"),
        "safebank.replay",
        property.group(1));

    assertThat(names(again.testEvents().succeeded())).hasSize(1);
    assertThat(again.allEvents().reportingEntryPublished().stream().toList())
        .singleElement()
        .satisfies(event -> assertThat(
                event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().get("replay"))
            .contains("JudgedBanks.java:"));
  }

  @Test
  void whatIsAdmittedMayBreakAndWhatCannotBeProvedIsAbortedWithTheReason() {
    EngineExecutionResults results = judge("Honest");

    assertThat(names(results.testEvents().succeeded()))
        .contains("consistent total", "linearizable");
    assertThat(results.testEvents().failed().count()).isZero();
    assertThat(messages(results.testEvents().aborted()).get("conserves money"))
        .startsWith("CONSERVES_MONEY is neither proved nor broken. ")
        .contains("data race on balances[");
  }

  @Test
  void aPromiseThatIsKeptAndNotClaimedFails() {
    EngineExecutionResults results = judge("Modest");

    assertThat(messages(results.testEvents().failed()))
        .containsOnlyKeys("nests")
        .extractingByKey("nests")
        .asString()
        .startsWith("ModestBank admits to breaking NESTS, but every interleaving of ")
        .contains("Claim it: ", "What @LockingVariant does not list, the bank admits to breaking.");
  }

  @Test
  void aBankThatLiesBreaksTheContractWhateverItClaims() {
    String message =
        messages(judge("Lying").testEvents().failed()).get("keeps the contract of a bank");

    assertThat(message).contains("LyingBank", "the bank broke its contract");
  }

  @Test
  void whatIsNotControlledIsNamedWithItsClassAndLine() {
    assertThat(messages(judge("Delegating").testEvents().aborted()).get("consistent total"))
        .contains("CompletableFuture.supplyAsync at JudgedBanks.java:");
  }

  @ParameterizedTest
  @CsvSource({"Pooling, Executors.newSingleThreadExecutor", "Filing, Path.of"})
  void soIsAPoolAndAFile(String test, String call) {
    assertThat(messages(judge(test).testEvents().aborted()).get("consistent total"))
        .contains(call + " at JudgedBanks.java:");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void soAreVirtualThreads(@TempDir Path classes) throws IOException, ClassNotFoundException {
    try (URLClassLoader loader = CompiledTests.compile(classes, """
        public class Tests {
          public static class VirtualBank extends dev.safebank.junit.bank.subject.LockedBank {
            public VirtualBank(long[] openingBalances, dev.safebank.model.Midway midway) {
              super(openingBalances, midway);
            }
            @Override public long validate() throws InterruptedException {
              Thread.ofVirtual().start(() -> {}).join();
              return super.validate();
            }
          }
          @dev.safebank.junit.JudgeBank(VirtualBank.class)
          public static class Virtual {}
        }
        """)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThat(messages(run(selectClass(loader.loadClass("mine.Tests$Virtual")))
                  .testEvents()
                  .aborted())
              .get("consistent total"))
          .contains("Thread.ofVirtual at Tests.java:");
    } finally {
      Thread.currentThread().setContextClassLoader(JudgeBankTest.class.getClassLoader());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Spinning", "Dozing"})
  void aBankThatSpinsOrSleepsForEverIsNeverGreen(String test) {
    EngineExecutionResults results = judge(test);

    assertThat(names(results.testEvents().succeeded())).doesNotContain("never deadlocks");
    assertThat(results.testEvents().failed().count()
            + results.testEvents().aborted().count())
        .isPositive();
  }

  @Test
  void aBankThatNeverReturnsFailsAndSaysWhereItWaits() {
    assertThat(messages(judge("Sleepy").testEvents().failed()).get("never deadlocks"))
        .startsWith("SleepyBank claims NEVER_DEADLOCKS, but ")
        .contains("JudgedBanks.java:");
  }

  @Test
  void evidenceVerdictsAndReportAreWrittenAlsoWhenTestsFail() {
    judge("Forgetful");

    Path written = folder.resolve(JudgedBanks.class.getName() + "$Forgetful");
    assertThat(written.resolve("index.html")).isNotEmptyFile();
    assertThat(written.resolve("verdicts.json")).isNotEmptyFile();
    assertThat(written.resolve("evidence/programs.ndjson")).isNotEmptyFile();
    assertThat(written.resolve("evidence/exploration.ndjson")).isNotEmptyFile();
  }

  @Test
  void nothingIsStressedUnlessTheUserAsksForIt() {
    judge("Right");

    Path written = folder.resolve(JudgedBanks.class.getName() + "$Right");
    assertThat(written.resolve("evidence/stress.ndjson")).doesNotExist();
    assertThat(written.resolve("stress")).doesNotExist();
  }

  @Test
  void scenariosOfUsersAreExploredAfterThoseThatThereAre() throws IOException {
    EngineExecutionResults results = judge("InAScenarioOfItsOwn");

    assertThat(names(results.testEvents().succeeded())).containsExactly(NAMES);
    assertThat(Files.readString(
            folder.resolve(JudgedBanks.class.getName() + "$InAScenarioOfItsOwn/verdicts.json")))
        .contains("TwoPayments", "MOVED, REFUSED, 200, 40");
  }

  @Test
  void onePromiseIsRunAgainByItsUniqueId() {
    Event failed = judge("Modest").testEvents().failed().list().get(0);

    EngineExecutionResults again = run(selectUniqueId(failed.getTestDescriptor().getUniqueId()));

    assertThat(names(again.testEvents().finished())).containsExactly("nests");
  }

  @Test
  void anErrorOfTheUserIsOneFailureWithWhatToDo() {
    String name = UnopenableBanks.class.getName();
    Map<String, String> messages =
        messages(run(selectClass(UnopenableBanks.class)).containerEvents().failed());

    assertThat(messages)
        .hasSize((int) Arrays.stream(UnopenableBanks.class.getDeclaredClasses())
            .filter(nested -> nested.getSimpleName().startsWith("Of")
                || nested.getSimpleName().startsWith("With"))
            .count())
        .containsEntry(
            "UnopenableBanks.OfAnInterface",
            "The bank dev.safebank.model.Bank is an interface: name the class that implements it.")
        .containsEntry(
            "UnopenableBanks.OfAnAbstractClass",
            "The bank %s.AbstractBank is abstract: name a class that can be instantiated."
                .formatted(name))
        .containsEntry(
            "UnopenableBanks.OfAnInnerClass",
            "The bank %s.InnerBank is an inner class, which needs an instance of UnopenableBanks: make it static."
                .formatted(name))
        .containsEntry(
            "UnopenableBanks.OfAnotherConstructor",
            "The bank %s.OtherConstructorBank needs a public constructor (long[] openingBalances, Midway midway); it has (int)."
                .formatted(name))
        .containsEntry(
            "UnopenableBanks.OfAHiddenConstructor",
            "The bank %s.HiddenConstructorBank has a constructor (long[] openingBalances, Midway midway) that is not public: make it public."
                .formatted(name))
        .containsEntry(
            "UnopenableBanks.OfContradictoryClaims",
            "%s$ContradictoryBank claims both keeps and keepsAllBut in @LockingVariant: remove one of them"
                .formatted(name))
        .containsEntry(
            "UnopenableBanks.WithAScenarioThatIsNone",
            "java.lang.String has no @Scenario annotation");
    assertThat(messages.get("UnopenableBanks.OfAThrowingConstructor"))
        .startsWith(
            "The bank %s.ThrowingBank cannot be opened with balances [100, 100]: its constructor threw java.lang.Exception: no database (at UnopenableBanks.java:"
                .formatted(name));
    assertThat(messages.get("UnopenableBanks.OfAThrowingInitializer"))
        .contains("UninitializedBank cannot be opened", "java.lang.NumberFormatException");
    assertThat(messages.get("UnopenableBanks.OfAConstructorWithThreads"))
        .startsWith("The bank %s.ThreadedBank starts threads in its constructor (auditor): "
            .formatted(name));
  }

  @Test
  void aScopeThatIsNoneIsRefusedInOneLine() {
    Event failed = run(selectClass(JudgedBanks.class.getName() + "$Right"), "explore.scope", "huge")
        .containerEvents()
        .failed()
        .list()
        .get(0);

    assertThat(message(failed)).startsWith("explore.scope: \"huge\" is no scope. ");
  }
}
