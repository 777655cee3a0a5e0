package dev.safebank.report.page;

import dev.safebank.report.verdict.Run;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.words.Figures;
import dev.safebank.stress.evidence.Environment;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands behind the verdicts: how much was run, where, with what. */
final class Background {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
          "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);

  private Background() {}

  static List<Fact> of(Verdicts verdicts) {
    List<Fact> facts = new ArrayList<>();
    verdicts.run().ifPresent(run -> {
      facts.add(new Fact("Samples", Figures.count(verdicts.samples())));
      facts.add(new Fact("Interleavings explored", explored(verdicts)));
      facts.add(new Fact("Data races found", explored(verdicts, verdicts.races())));
      facts.add(new Fact("Wall time", Figures.duration(run.millis())));
      facts.add(new Fact("When", WHEN.format(run.started())));
    });
    verdicts.environment().ifPresent(environment -> add(facts, environment));
    verdicts.run().ifPresent(run -> add(facts, run));
    return facts;
  }

  private static String explored(Verdicts verdicts) {
    return explored(verdicts, verdicts.interleavings());
  }

  private static String explored(Verdicts verdicts, long count) {
    return verdicts.interleavings() == 0 ? "none: nothing was explored" : Figures.count(count);
  }

  private static void add(List<Fact> facts, Environment environment) {
    facts.add(new Fact("Processor", environment.cpu()));
    facts.add(new Fact(
        "Topology",
        Figures.count(environment.cpus(), "CPU") + " for the JVM; " + environment.topology()));
    facts.add(new Fact("Operating system", environment.os()));
    facts.add(new Fact("JVM", environment.jvm()));
    facts.add(new Fact("Versions", joined(new TreeMap<>(environment.versions()), " ")));
  }

  private static void add(List<Fact> facts, Run run) {
    facts.add(new Fact("Options", joined(new TreeMap<>(run.options()), "=")));
    run.configurations()
        .forEach((name, arguments) ->
            facts.add(new Fact("Configuration " + name, String.join(" ", arguments))));
  }

  private static String joined(Map<String, String> entries, String between) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + between + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
