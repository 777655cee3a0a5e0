package dev.safebank.junit.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What forks that tell nothing come to. */
class SampledTestTest {

  private static SampledTest sampled(Optional<String> skipped, ForkRecord... forks) {
    return new SampledTest(List.of(forks), skipped, Optional.empty(), Optional.empty());
  }

  private static ForkRecord fork(ForkStatus status, Map<String, Long> outcomes, String message) {
    return new ForkRecord(
        "mine.Test", "C2", List.of(), status, new TreeMap<>(outcomes), 10, List.of(), message);
  }

  @Test
  void aForkThatDiedIsAFaultWithItsReason() {
    SampledTest sampled = sampled(
        Optional.empty(),
        fork(ForkStatus.COMPLETED, Map.of("1, 2", 7L), ""),
        fork(ForkStatus.CRASHED, Map.of(), "SIGSEGV"));

    assertThat(sampled.fault()).contains("a fork on C2 CRASHED: SIGSEGV");
    assertThat(sampled.reasonForNoSample()).isEmpty();
  }

  @Test
  void samplesOfNoForkAreNotTakenForNothingWrong() {
    assertThat(sampled(Optional.of("needs 3 CPUs, this machine has 2")).reasonForNoSample())
        .contains("needs 3 CPUs, this machine has 2");
    assertThat(sampled(Optional.empty(), fork(ForkStatus.KILLED, Map.of(), "no memory"))
            .reasonForNoSample())
        .contains("a fork on C2 KILLED: no memory");
    assertThat(sampled(Optional.empty()).reasonForNoSample()).contains("no fork was run");
  }

  @Test
  void aSightingSaysHowOftenAndWhere() {
    SampledTest sampled =
        sampled(Optional.empty(), fork(ForkStatus.COMPLETED, Map.of("a", 3L, "b", 4_000L), ""));

    assertThat(sampled.sighting("a")).isEqualTo("3 of 4,003 samples (C2)");
  }
}
