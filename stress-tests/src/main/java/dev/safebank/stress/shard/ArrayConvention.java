package dev.safebank.stress.shard;

import dev.safebank.console.UserError;
import dev.safebank.evidence.shard.Shard;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The environment variables by which a job system numbers the copies of an array job: one has the
 * index, which counts from 0 or from 1, the other the count.
 */
enum ArrayConvention {
  /** An array may begin at any number. */
  SLURM("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", 0) {
    @Override
    Optional<Shard> shard(Map<String, String> environment) {
      Optional<Shard> shard = super.shard(environment);
      // A part of an array that is submitted again looks like a smaller one.
      if (shard.isPresent() && shard.get().count() == 1) {
        throw wrong("the array has one task, which may be one of many that runs again");
      }
      return shard;
    }

    @Override
    int first(Map<String, String> environment) {
      int least = number(environment, "SLURM_ARRAY_TASK_MIN");
      int most = number(environment, "SLURM_ARRAY_TASK_MAX");
      int count = number(environment, "SLURM_ARRAY_TASK_COUNT");
      if (most - least + 1 != count) {
        throw wrong("the array has %d tasks from %d to %d, and so leaves some out"
            .formatted(count, least, most));
      }
      return least;
    }
  },

  /** The count is set in jobs that are not parallel, too: to 1, and without an index. */
  GITLAB("CI_NODE_INDEX", "CI_NODE_TOTAL", 1) {
    @Override
    Optional<Shard> shard(Map<String, String> environment) {
      if (value(environment, "CI_NODE_INDEX").isEmpty()
          && value(environment, "CI_NODE_TOTAL").filter("1"::equals).isPresent()) {
        return Optional.empty();
      }
      return super.shard(environment);
    }

    @Override
    int first(Map<String, String> environment) {
      if (value(environment, "GITLAB_CI").isEmpty()) {
        throw wrong("CI_NODE_INDEX counts from 1 under GitLab, from 0 elsewhere, and GITLAB_CI is"
            + " not set");
      }
      return super.first(environment);
    }
  },

  CIRCLECI("CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
  BUILDKITE("BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0),
  AWS_BATCH("AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE", 0),
  BAZEL("TEST_SHARD_INDEX", "TEST_TOTAL_SHARDS", 0),
  /** An indexed job has no variable for the count: the job's manifest has to set it. */
  KUBERNETES("JOB_COMPLETION_INDEX", "STRESS_SHARD_COUNT", 0);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final String index;
  private final String count;
  private final int first;

  ArrayConvention(String index, String count, int first) {
    this.index = index;
    this.count = count;
    this.first = first;
  }

  /**
   * The shard that the variables of this system name, if they are set.
   *
   * @throws UserError if only one of the variables is set, or their values are not valid
   */
  Optional<Shard> shard(Map<String, String> environment) {
    boolean indexed = value(environment, index).isPresent();
    boolean counted = value(environment, count).isPresent();
    if (!indexed && !counted) {
      return Optional.empty();
    }
    if (!indexed || !counted) {
      throw wrong(
          "%s is set, and %s is not".formatted(indexed ? index : count, indexed ? count : index));
    }
    int number = number(environment, index);
    int shards = number(environment, count);
    int least = first(environment);
    if (number < least || number - least >= shards) {
      throw wrong("%s is %d, which is not from %d to %d, as %s is %d"
          .formatted(index, number, least, least + shards - 1, count, shards));
    }
    return Optional.of(new Shard(number - least + 1, shards));
  }

  /** The index of the first copy. */
  int first(Map<String, String> environment) {
    return first;
  }

  /** The variables' names. */
  String words() {
    return index + " and " + count;
  }

  final UserError wrong(String cause) {
    return new UserError(
        "stress.shard: %s. Correct that, or say which part this is with -Dstress.shard=2/4, or run all with -Dstress.shard=all."
            .formatted(cause));
  }

  final int number(Map<String, String> environment, String name) {
    String text = value(environment, name).orElseThrow(() -> wrong(name + " is not set"));
    if (!NUMBER.matcher(text).matches()) {
      throw wrong("%s is \"%s\", which is no number".formatted(name, text));
    }
    return Integer.parseInt(text);
  }

  static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
