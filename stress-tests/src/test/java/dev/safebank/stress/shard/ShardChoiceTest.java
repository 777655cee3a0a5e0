package dev.safebank.stress.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safebank.console.UserError;
import dev.safebank.evidence.shard.Shard;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardChoiceTest {

  @Test
  void aShardIsTakenAsItIsGivenWhateverTheEnvironmentSays() {
    assertThat(ShardChoice.of("2/4", environment("CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=9")))
        .contains(new Shard(2, 4));
    assertThat(ShardChoice.of("1/1", Map.of())).contains(new Shard(1, 1));
  }

  @Test
  void allIsAllWhateverTheEnvironmentSays() {
    assertThat(ShardChoice.of("all", environment("JOB_COMPLETION_INDEX=3"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', \"\" is not of the form 2/4",
    "/, \"/\" is not of the form 2/4",
    "2, \"2\" is not of the form 2/4",
    "-1/4, \"-1/4\" is not of the form 2/4",
    "0/4, the shard must be from 1 to 4: 0",
    "5/4, the shard must be from 1 to 4: 5",
    "1/0, the number of shards must be from 1 to 1000000: 0"
  })
  void whatIsNoShardIsRefused(String option, String cause) {
    assertRefused(option, "", cause);
  }

  @Test
  void whereNothingIsSaidAllIsRun() {
    assertThat(ShardChoice.of("auto", environment("PATH=/bin CI=true"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=3, 2/4",
    "SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=7, 3/3",
    "GITLAB_CI=true CI_NODE_INDEX=1 CI_NODE_TOTAL=4, 1/4",
    "CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=4, 1/4",
    "BUILDKITE_PARALLEL_JOB=3 BUILDKITE_PARALLEL_JOB_COUNT=4, 4/4",
    "AWS_BATCH_JOB_ARRAY_INDEX=2 AWS_BATCH_JOB_ARRAY_SIZE=10, 3/10",
    "TEST_SHARD_INDEX=0 TEST_TOTAL_SHARDS=2, 1/2",
    "JOB_COMPLETION_INDEX=5 STRESS_SHARD_COUNT=8, 6/8",
    "CIRCLE_NODE_INDEX=1 CIRCLE_NODE_TOTAL=2 TEST_SHARD_INDEX=1 TEST_TOTAL_SHARDS=2, 2/2"
  })
  void thePairOfEachSystemIsRecognised(String variables, String shard) {
    assertThat(ShardChoice.of("auto", environment(variables)).map(Shard::toString))
        .isEqualTo(Optional.of(shard));
  }

  @ParameterizedTest
  @CsvSource({
    "GITLAB_CI=true CI_NODE_TOTAL=1",
    "GITLAB_CI=true CI_NODE_INDEX=1 CI_NODE_TOTAL=1",
    "CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=1",
    "JOB_COMPLETION_INDEX=0 STRESS_SHARD_COUNT=1"
  })
  void aJobThatIsNotParallelRunsAll(String variables) {
    assertThat(ShardChoice.of("auto", environment(variables))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SLURM_ARRAY_TASK_ID=1, SLURM_ARRAY_TASK_ID is set; and SLURM_ARRAY_TASK_COUNT is not",
    "SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=4, SLURM_ARRAY_TASK_MIN is not set",
    "SLURM_ARRAY_TASK_COUNT=4, SLURM_ARRAY_TASK_COUNT is set; and SLURM_ARRAY_TASK_ID is not",
    "GITLAB_CI=true CI_NODE_INDEX=2, CI_NODE_INDEX is set; and CI_NODE_TOTAL is not",
    "GITLAB_CI=true CI_NODE_TOTAL=4, CI_NODE_TOTAL is set; and CI_NODE_INDEX is not",
    "CIRCLE_NODE_INDEX=0, CIRCLE_NODE_INDEX is set; and CIRCLE_NODE_TOTAL is not",
    "CIRCLE_NODE_TOTAL=2, CIRCLE_NODE_TOTAL is set; and CIRCLE_NODE_INDEX is not",
    "BUILDKITE_PARALLEL_JOB=0, and BUILDKITE_PARALLEL_JOB_COUNT is not",
    "AWS_BATCH_JOB_ARRAY_SIZE=4, and AWS_BATCH_JOB_ARRAY_INDEX is not",
    "TEST_SHARD_INDEX=0, and TEST_TOTAL_SHARDS is not",
    "JOB_COMPLETION_INDEX=0, and STRESS_SHARD_COUNT is not",
    "STRESS_SHARD_COUNT=4, and JOB_COMPLETION_INDEX is not"
  })
  void halfAPairIsRefused(String variables, String cause) {
    assertRefused("auto", variables, cause.replace(';', ','));
  }

  @ParameterizedTest
  @CsvSource({
    "GITLAB_CI=true CI_NODE_INDEX=0 CI_NODE_TOTAL=4, CI_NODE_INDEX is 0; which is not from 1 to 4",
    "GITLAB_CI=true CI_NODE_INDEX=5 CI_NODE_TOTAL=4, CI_NODE_INDEX is 5; which is not from 1 to 4",
    "CIRCLE_NODE_INDEX=4 CIRCLE_NODE_TOTAL=4, CIRCLE_NODE_INDEX is 4; which is not from 0 to 3",
    "TEST_SHARD_INDEX=0 TEST_TOTAL_SHARDS=0, TEST_TOTAL_SHARDS is 0",
    "AWS_BATCH_JOB_ARRAY_INDEX=one AWS_BATCH_JOB_ARRAY_SIZE=4, is \"one\"; which is no number",
    "BUILDKITE_PARALLEL_JOB=-1 BUILDKITE_PARALLEL_JOB_COUNT=4, is \"-1\"; which is no number"
  })
  void anIndexOutOfRangeIsRefused(String variables, String cause) {
    assertRefused("auto", variables, cause.replace(';', ','));
  }

  @Test
  void twoPairsThatDisagreeAreRefused() {
    assertRefused(
        "auto",
        "GITLAB_CI=true CI_NODE_INDEX=2 CI_NODE_TOTAL=4 JOB_COMPLETION_INDEX=0 STRESS_SHARD_COUNT=1",
        "CI_NODE_INDEX and CI_NODE_TOTAL say 2/4, JOB_COMPLETION_INDEX and STRESS_SHARD_COUNT say"
            + " 1/1. Say which it is with -Dstress.shard=2/4.");
  }

  @Test
  void anIndexWhoseBaseIsNotKnownIsRefused() {
    assertRefused(
        "auto",
        "CI_NODE_INDEX=1 CI_NODE_TOTAL=4",
        "CI_NODE_INDEX counts from 1 under GitLab, from 0 elsewhere, and GITLAB_CI is not set");
  }

  @ParameterizedTest
  @CsvSource({
    "2 1 2 2, the array has one task; which may be one of many that runs again",
    "3 2 1 3, the array has 2 tasks from 1 to 3; and so leaves some out"
  })
  void aPartOfAnArrayThatRunsAgainIsRefused(String numbers, String cause) {
    String[] number = numbers.split(" ");
    assertRefused(
        "auto",
        "SLURM_ARRAY_TASK_ID=%s SLURM_ARRAY_TASK_COUNT=%s SLURM_ARRAY_TASK_MIN=%s SLURM_ARRAY_TASK_MAX=%s"
            .formatted((Object[]) number),
        cause.replace(';', ','));
  }

  private static void assertRefused(String option, String variables, String cause) {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> ShardChoice.of(option, environment(variables)))
        .withMessageStartingWith("stress.shard: ")
        .withMessageContaining(cause)
        .withMessageNotContaining("\n");
  }

  private static Map<String, String> environment(String variables) {
    return Arrays.stream(variables.split(" "))
        .filter(variable -> !variable.isEmpty())
        .map(variable -> variable.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
