package dev.safebank.report.page;

import dev.safebank.console.text.DurationFormat;
import dev.safebank.console.text.NumberFormats;
import dev.safebank.report.verdict.EnvironmentInfo;
import dev.safebank.report.verdict.EvidenceSource;
import dev.safebank.report.verdict.RunInfo;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.fleet.FleetInfo;
import dev.safebank.report.verdict.fleet.PlatformInfo;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lists the details of a run: how much was run, on which machine, with which options. */
final class RunDetails {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
          "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);

  private RunDetails() {}

  static List<Detail> of(Verdicts verdicts) {
    List<Detail> facts = new ArrayList<>();
    verdicts.run().ifPresent(run -> {
      facts.add(new Detail("Samples", NumberFormats.count(verdicts.samples())));
      facts.add(new Detail("Interleavings explored", explored(verdicts)));
      facts.add(new Detail("Data races found", explored(verdicts, verdicts.races())));
      facts.add(new Detail("Wall time", DurationFormat.words(Duration.ofMillis(run.millis()))));
      facts.add(new Detail("When", WHEN.format(run.started())));
    });
    verdicts
        .run()
        .ifPresent(run -> run.sources()
            .forEach(source ->
                facts.add(new Detail("Evidence in " + source.file(), described(source)))));
    verdicts.fleet().ifPresent(fleet -> add(facts, fleet, verdicts));
    verdicts.environment().ifPresent(environment -> add(facts, environment));
    verdicts.run().ifPresent(run -> add(facts, run));
    return facts;
  }

  private static String described(EvidenceSource source) {
    return "%s, run %s, %s; %s; %s"
        .formatted(
            WHEN.format(source.started()),
            source.run(),
            source.complete() ? "complete" : "cut short",
            source.machine(),
            source.jvm());
  }

  private static String explored(Verdicts verdicts) {
    return explored(verdicts, verdicts.interleavings());
  }

  private static String explored(Verdicts verdicts, long count) {
    return verdicts.interleavings() == 0
        ? "none: nothing was explored"
        : NumberFormats.count(count);
  }

  private static void add(List<Detail> facts, FleetInfo fleet, Verdicts verdicts) {
    facts.add(new Detail(
        "Machines",
        "%s, which had %s"
            .formatted(
                NumberFormats.count(fleet.machines()),
                NumberFormats.count(fleet.shards(), "shard"))));
    for (PlatformInfo platform : fleet.platforms()) {
      facts.add(new Detail(
          "Platform " + platform.name(),
          "%s, %s; %s, %s; %s%s; %s"
              .formatted(
                  NumberFormats.count(platform.machines(), "machine"),
                  NumberFormats.count(platform.shards(), "shard"),
                  platform.cpu(),
                  NumberFormats.count(platform.cpus(), "CPU"),
                  platform.jvm(),
                  platform.flags().isEmpty() ? "" : ", " + platform.flags(),
                  NumberFormats.count(
                      verdicts.samplesByPlatform().get(platform.name()), "sample"))));
    }
  }

  static void add(List<Detail> facts, EnvironmentInfo environment) {
    facts.add(new Detail("Processor", environment.cpu()));
    facts.add(new Detail(
        "Topology",
        NumberFormats.count(environment.cpus(), "CPU") + " for the JVM; "
            + environment.topology()));
    facts.add(new Detail("Operating system", environment.os()));
    facts.add(new Detail("JVM", environment.jvm()));
    facts.add(new Detail("Versions", joined(new TreeMap<>(environment.versions()), " ")));
  }

  private static void add(List<Detail> facts, RunInfo run) {
    facts.add(new Detail("Options", joined(new TreeMap<>(run.options()), "=")));
    run.configurations()
        .forEach((name, arguments) ->
            facts.add(new Detail("Configuration " + name, String.join(" ", arguments))));
  }

  private static String joined(Map<String, String> entries, String between) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + between + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
