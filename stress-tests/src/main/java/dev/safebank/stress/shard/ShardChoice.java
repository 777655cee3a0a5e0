package dev.safebank.stress.shard;

import dev.safebank.console.UserError;
import dev.safebank.evidence.shard.Shard;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Determines which shard of a run this process is. Anything ambiguous is an error: a process that
 * ran everything because it did not know its shard would pass, and so would all others.
 */
public final class ShardChoice {

  /** The option's name in the build. */
  public static final String OPTION = "stress.shard";

  /** The value that asks for all, whatever the environment says. */
  public static final String ALL = "all";

  /** The value that asks the environment. */
  public static final String AUTO = "auto";

  private ShardChoice() {}

  /**
   * The part that is asked for.
   *
   * @param option {@code 2/4}, {@value #ALL} or {@value #AUTO}
   * @param environment the variables of the process
   * @return empty if all is to be run on this machine
   * @throws UserError if it is not clear
   */
  public static Optional<Shard> of(String option, Map<String, String> environment) {
    return switch (option.strip()) {
      case ALL -> Optional.empty();
      case AUTO -> detected(environment);
      default -> Optional.of(parsed(option));
    };
  }

  private static Shard parsed(String option) {
    try {
      return Shard.parse(option);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "%s: %s. Write 2/4 for the second of four parts, %s for what the environment says, or %s."
              .formatted(OPTION, e.getMessage(), AUTO, ALL),
          e);
    }
  }

  private static Optional<Shard> detected(Map<String, String> environment) {
    Map<ArrayConvention, Shard> found = new EnumMap<>(ArrayConvention.class);
    for (ArrayConvention convention : ArrayConvention.values()) {
      convention.shard(environment).ifPresent(shard -> found.put(convention, shard));
    }
    if (found.values().stream().distinct().count() > 1) {
      String pairs = found.entrySet().stream()
          .map(entry -> "%s say %s".formatted(entry.getKey().words(), entry.getValue()))
          .collect(Collectors.joining(", "));
      throw new UserError(
          "%s: %s. Say which it is with -D%s=2/4.".formatted(OPTION, pairs, OPTION));
    }
    return found.values().stream().findFirst().filter(shard -> shard.count() > 1);
  }
}
