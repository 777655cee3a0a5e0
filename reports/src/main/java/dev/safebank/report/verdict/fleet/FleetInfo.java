package dev.safebank.report.verdict.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The machines of a run that was dealt out to several.
 *
 * @param machines how many took part
 * @param shards how many shards are judged together
 * @param platforms the platforms, by name
 */
public record FleetInfo(int machines, int shards, List<PlatformInfo> platforms) {

  private static final String ON = " on ";

  public FleetInfo {
    platforms = List.copyOf(platforms);
  }

  /** Whether samples are of several platforms, and cannot be added up. */
  public boolean mixed() {
    return platforms.size() > 1;
  }

  /** The name of a VM configuration on a platform of several. */
  public static String configuration(String configuration, String platform) {
    return configuration + ON + platform;
  }

  /**
   * Counts by VM configuration, added up for each platform of a mixed fleet; 0 where there is none.
   */
  public SortedMap<String, Long> byPlatform(Map<String, Long> configurations) {
    SortedMap<String, Long> counts = new TreeMap<>();
    platforms.forEach(platform -> counts.put(platform.name(), 0L));
    configurations.forEach((configuration, count) ->
        platformOf(configuration).ifPresent(platform -> counts.merge(platform, count, Long::sum)));
    return counts;
  }

  /** The platform that a configuration of a mixed fleet names. */
  public Optional<String> platformOf(String configuration) {
    return platforms.stream()
        .map(PlatformInfo::name)
        .filter(name -> configuration.endsWith(ON + name))
        .findFirst();
  }
}
