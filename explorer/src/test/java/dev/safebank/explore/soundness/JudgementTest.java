package dev.safebank.explore.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each way to break its word is seen, on explorations made by hand. */
class JudgementTest {

  @Expect(
      value = {"0", "1"},
      because = "a test of the judgement")
  private static final class Plain {}

  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      torn = "2",
      mayAlso = "FAILED*",
      because = "a test of the judgement")
  private static final class Racy {}

  @Expect(
      value = {"0", "1"},
      torn = "2",
      because = "a test of the judgement")
  private static final class Torn {}

  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      mustProve = true,
      because = "a test of the judgement")
  private static final class Strict {}

  @Expect(value = "1", mayBeRefused = true, because = "a test of the judgement")
  private static final class Refusable {}

  private static Judgement.Status judge(Class<?> program, Observation observed) {
    return Judgement.of(program.getAnnotation(Expect.class), observed).status();
  }

  private static Observation explored(Set<String> outcomes, int races, String... incomplete) {
    List<String> race = List.of("x: one writes at A.java:1, two reads at A.java:2");
    return new Observation(
        "p",
        Observation.Ending.EXPLORED,
        outcomes,
        outcomes,
        races == 0 ? List.of() : race,
        List.of(incomplete),
        races == 0 && incomplete.length == 0,
        "",
        1);
  }

  @Test
  void aProofIsRightOnlyIfItIsExact() {
    assertThat(judge(Plain.class, explored(Set.of("0", "1"), 0))).isEqualTo(Judgement.Status.RIGHT);
    assertThat(judge(Plain.class, explored(Set.of("0"), 0)))
        .isEqualTo(Judgement.Status.PROVED_WRONGLY);
    assertThat(judge(Plain.class, explored(Set.of("0", "1", "2"), 0)))
        .isEqualTo(Judgement.Status.PROVED_WRONGLY);
    assertThat(judge(Racy.class, explored(Set.of("0", "1"), 0)))
        .isEqualTo(Judgement.Status.PROVED_WRONGLY);
  }

  @Test
  void tornOutcomesMayBeLeftOutOnlyWhereARaceIsReported() {
    assertThat(judge(Torn.class, explored(Set.of("0", "1"), 0)))
        .isEqualTo(Judgement.Status.PROVED_WRONGLY);
    assertThat(judge(Torn.class, explored(Set.of("0", "1", "2"), 0)))
        .isEqualTo(Judgement.Status.RIGHT);
    assertThat(judge(Racy.class, explored(Set.of("0", "1"), 1))).isEqualTo(Judgement.Status.RIGHT);
    assertThat(judge(Racy.class, explored(Set.of("0", "1", "2", "FAILED: x"), 1)))
        .isEqualTo(Judgement.Status.RIGHT);
  }

  @Test
  void whatIsCompleteWithARaceMissesNothingEither() {
    assertThat(judge(Racy.class, explored(Set.of("0"), 1))).isEqualTo(Judgement.Status.MISSED);
    assertThat(judge(Racy.class, explored(Set.of("0", "1", "3"), 1)))
        .isEqualTo(Judgement.Status.FALSE_ALARM);
    assertThat(judge(Plain.class, explored(Set.of("0", "1"), 1)))
        .isEqualTo(Judgement.Status.FALSE_ALARM);
  }

  @Test
  void whatIsIncompleteSaysWhyAndShowsNothingImpossible() {
    assertThat(judge(Plain.class, explored(Set.of("0"), 0, "cannot control f at A.java:3")))
        .isEqualTo(Judgement.Status.INCOMPLETE);
    assertThat(judge(Plain.class, explored(Set.of("0"), 0, "no idea")))
        .isEqualTo(Judgement.Status.UNEXPLAINED);
    assertThat(judge(Plain.class, explored(Set.of("STUCK"), 0, "cannot control f at A.java:3")))
        .isEqualTo(Judgement.Status.FALSE_ALARM);
    assertThat(judge(Strict.class, explored(Set.of("1"), 0, "cannot control f at A.java:3")))
        .isEqualTo(Judgement.Status.LOST);
  }

  @Test
  void aDeadlockMayGoByEitherName() {
    assertThat(judge(Strict.class, explored(Set.of("1", "STUCK"), 0)))
        .isEqualTo(Judgement.Status.RIGHT);
    assertThat(judge(Strict.class, explored(Set.of("1", "DEADLOCK"), 0)))
        .isEqualTo(Judgement.Status.RIGHT);
    assertThat(judge(Strict.class, explored(Set.of("1"), 0)))
        .isEqualTo(Judgement.Status.PROVED_WRONGLY);
  }

  @Test
  void whoHangsCrashesOrRefusesIsWrongUnlessARefusalIsAllowedAndShort() {
    assertThat(judge(Plain.class, Observation.of("p", Observation.Ending.HUNG, "stack", 1)))
        .isEqualTo(Judgement.Status.HANG);
    assertThat(judge(Plain.class, Observation.of("p", Observation.Ending.CRASHED, "stack", 1)))
        .isEqualTo(Judgement.Status.CRASH);
    assertThat(judge(Plain.class, Observation.of("p", Observation.Ending.REFUSED, "no", 1)))
        .isEqualTo(Judgement.Status.CRASH);
    assertThat(judge(Refusable.class, Observation.of("p", Observation.Ending.REFUSED, "no", 1)))
        .isEqualTo(Judgement.Status.INCOMPLETE);
    assertThat(judge(Refusable.class, Observation.of("p", Observation.Ending.REFUSED, "a\nb", 1)))
        .isEqualTo(Judgement.Status.CRASH);
  }
}
