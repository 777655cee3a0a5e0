package dev.safebank.report.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what benchmarks and the original program left in their folder. What is not there, is
 * damaged or is of another version is left out, with a word on why.
 */
public final class CostFiles {

  /** JMH's own result file. */
  public static final String JMH = "jmh.json";

  private static final String OCCASION = "jmh-occasion.json";
  private static final String ORIGINAL = "original-program.json";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final List<String> problems = new ArrayList<>();

  /** Files in a folder, which need not exist. */
  public CostFiles(Path folder) {
    this.folder = folder;
  }

  /** Why something that is there was left out. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The measurements; empty if there are none to be used. */
  public Optional<Costs> costs() {
    return read(OCCASION, "safebank-benchmarks/1")
        .flatMap(occasion -> json(JMH)
            .map(results -> new Costs(
                occasion.path("started").asString(""),
                machine(occasion.path("machine")),
                occasion.path("quick").asBoolean(true),
                measurements(results))));
  }

  /** What the original program did; empty if that is not known. */
  public Optional<OriginalRun> original() {
    return read(ORIGINAL, "safebank-original/1").map(run -> {
      JsonNode settings = run.path("settings");
      List<OriginalRun.Finding> findings = new ArrayList<>();
      run.path("findings").forEach(finding -> findings.add(finding(finding)));
      return new OriginalRun(
          run.path("started").asString(""),
          machine(run.path("machine")),
          "%d accounts, %d threads × %d transfers, a validation after each, %s"
              .formatted(
                  settings.path("accounts").asInt(0),
                  settings.path("threads").asInt(0),
                  settings.path("transfers").asInt(0),
                  settings.path("yields").asBoolean(false)
                      ? "a yield between withdrawal and deposit"
                      : "no yield between withdrawal and deposit"),
          findings);
    });
  }

  private Optional<JsonNode> read(String name, String schema) {
    Optional<JsonNode> json = json(name);
    String found = json.map(node -> node.path("schema").asString("")).orElse(schema);
    if (found.equals(schema)) {
      return json;
    }
    problems.add("%s is of schema \"%s\", and this version reads only \"%s\": make it again."
        .formatted(name, found, schema));
    return Optional.empty();
  }

  private Optional<JsonNode> json(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(Files.readAllBytes(file)));
    } catch (IOException | JacksonException e) {
      problems.add("%s cannot be read: make it again.".formatted(name));
      return Optional.empty();
    }
  }

  private static List<Measurement> measurements(JsonNode results) {
    List<Measurement> measurements = new ArrayList<>();
    for (JsonNode result : results) {
      Map<String, String> parameters = new TreeMap<>();
      result
          .path("params")
          .properties()
          .forEach(parameter ->
              parameters.put(parameter.getKey(), parameter.getValue().asString("")));
      JsonNode metric = result.path("primaryMetric");
      measurements.add(new Measurement(
          result.path("benchmark").asString("").replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", ""),
          result.path("threads").asInt(0),
          parameters,
          metric.path("score").asDouble(0),
          Optional.of(metric.path("scoreError"))
              .filter(JsonNode::isNumber)
              .map(JsonNode::asDouble)
              .filter(Double::isFinite),
          metric.path("scoreUnit").asString("")));
    }
    return measurements;
  }

  private static OriginalRun.Finding finding(JsonNode finding) {
    JsonNode torn = finding.path("tornTotals");
    return new OriginalRun.Finding(
        finding.path("variant").asString(""),
        finding.path("ending").asString(""),
        finding.path("nanos").asLong(0) / 1e6,
        torn.path("count").asLong(0),
        torn.path("first").asLong(0),
        torn.path("lowest").asLong(0),
        torn.path("highest").asLong(0),
        finding.path("overdrafts").asLong(0),
        finding.path("openingTotal").asLong(0) - finding.path("finalTotal").asLong(0),
        finding.path("brokenClaims").isEmpty());
  }

  private static String machine(JsonNode machine) {
    return "%s, %d CPUs, %s, %s"
        .formatted(
            machine.path("cpu").asString("unknown processor"),
            machine.path("cpus").asInt(0),
            machine.path("os").asString("unknown system"),
            machine.path("jvm").asString("unknown JVM"));
  }
}
