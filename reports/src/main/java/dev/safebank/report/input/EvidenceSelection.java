package dev.safebank.report.input;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.report.verdict.GateViolation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Selects the records that count for the plan, and reports which do not, and why. */
final class EvidenceSelection {

  private static final List<String> FILTERS = List.of("stress.variants", "stress.scenarios");

  private final Optional<Header> plan;
  private final List<GateViolation> objections;

  /**
   * @param plan what is to be judged; empty if that is unknown
   * @param objections to which those of the selection are added
   */
  EvidenceSelection(Optional<Header> plan, List<GateViolation> objections) {
    this.plan = plan;
    this.objections = objections;
  }

  GatheredEvidence of(List<EvidenceFile> files) {
    DistinctRecords distinct = new DistinctRecords(objections);
    List<EvidenceFile> chosen = distinct.of(files);
    EvidenceFile leading = leading(chosen);
    Header expected = plan.orElseGet(leading::header);
    CurrentRecords current = new CurrentRecords(expected);
    List<EvidenceFile> counting = plan.isPresent()
        ? chosen.stream().map(current::of).toList()
        : chosen.stream().map(file -> file.with(List.of())).toList();
    List<EvidenceFile> used =
        chosen.stream().filter(file -> !file.records().isEmpty()).toList();
    checkEnvironments(leading, used);
    checkEnds(files);
    current.outdatedPrograms().forEach(this::objectToPrograms);
    return new GatheredEvidence(
        Optional.of(header(leading.header(), expected)),
        records(counting, ForkRecord.class),
        records(counting, SkippedRecord.class),
        records(counting, ExplorationRecord.class).stream()
            .map(ExplorationAdapter::of)
            .toList(),
        records(counting, ScopeRecord.class),
        untested(expected, distinct, current, files, counting),
        used.stream().map(EvidenceFile::elapsed).reduce(Duration.ZERO, Duration::plus),
        files.stream().map(EvidenceFile::source).toList(),
        notices(files, leading),
        objections,
        Optional.empty());
  }

  /** The file whose account of the run leads: the newest that tells of forks, if one does. */
  private static EvidenceFile leading(List<EvidenceFile> files) {
    return files.stream()
        .min(Comparator.comparing((EvidenceFile file) -> !file.holdsForks())
            .thenComparing(EvidenceFile.NEWEST_FIRST))
        .orElseThrow();
  }

  private static Header header(Header run, Header expected) {
    Map<String, String> options = new TreeMap<>(run.options());
    FILTERS.forEach(filter -> options.remove(filter));
    FILTERS.stream()
        .filter(expected.options()::containsKey)
        .forEach(filter -> options.put(filter, expected.options().get(filter)));
    return new Header(
        run.schema(),
        run.run(),
        run.started(),
        run.environment(),
        options,
        run.command(),
        run.replay(),
        expected.variants(),
        expected.scenarios(),
        expected.cells(),
        expected.scopes());
  }

  private static <R extends EvidenceRecord> List<R> records(
      List<EvidenceFile> files, Class<R> type) {
    return files.stream()
        .flatMap(file -> file.records().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private Map<String, UntestedCell> untested(
      Header expected,
      DistinctRecords distinct,
      CurrentRecords current,
      List<EvidenceFile> files,
      List<EvidenceFile> counting) {
    UntestedCells cells = new UntestedCells(expected.cells());
    if (plan.isEmpty()) {
      cells.allUnknown();
      return cells.byTest();
    }
    Set<String> announced = files.stream()
        .flatMap(file -> file.header().cells().stream())
        .map(CellFacts::test)
        .collect(Collectors.toSet());
    cells.outdated(current.outdated(), announced);
    cells.added(announced);
    cells.exploredTwice(distinct.twice().stream().map(Subject::name).collect(Collectors.toSet()));
    cells.explored(records(counting, ExplorationRecord.class).stream()
        .map(ExplorationRecord::test)
        .collect(Collectors.toSet()));
    return cells.byTest();
  }

  private void checkEnvironments(EvidenceFile leading, List<EvidenceFile> used) {
    used.stream()
        .filter(file -> !file.sameEnvironment(leading.header().environment()))
        .forEach(file -> objections.add(new GateViolation(
            GateViolation.Rule.NO_EVIDENCE,
            "%s and %s were made on different machines or JDKs (%s; %s). Run `mvn verify` on one."
                .formatted(leading.name(), file.name(), where(leading), where(file)))));
  }

  private static String where(EvidenceFile file) {
    return file.source().machine() + ", " + file.source().jvm();
  }

  private void objectToPrograms(String variant) {
    objections.add(new GateViolation(
        GateViolation.Rule.UNTESTED_CELL,
        "%s changed after its programs were explored: what they showed does not count. Run `mvn verify`."
            .formatted(variant)));
  }

  private void checkEnds(List<EvidenceFile> files) {
    files.stream()
        .filter(file -> !file.completeness().complete())
        .forEach(file -> objections.add(new GateViolation(
            GateViolation.Rule.INCOMPLETE_EVIDENCE,
            "%s ends without a trailer after %d records: the run was cut short."
                    .formatted(file.name(), file.completeness().records())
                + " What it saw is shown; run `mvn verify` again to have the rest.")));
  }

  private List<String> notices(List<EvidenceFile> files, EvidenceFile leading) {
    List<String> notices = new ArrayList<>();
    plan.ifPresent(now -> {
      if (!leading.sameEnvironment(now.environment())) {
        notices.add(
            "The evidence was made on another machine or JDK (%s) than the one here (%s, %s)."
                .formatted(
                    where(leading),
                    EvidenceFile.machine(now.environment()),
                    now.environment().jvm()));
      }
      gone(files, now)
          .forEach(name -> notices.add(
              "%s is not there any more: what was recorded of it does not count.".formatted(name)));
    });
    return notices;
  }

  /** The variants that files tell of and the plan does not, where no filter is the reason. */
  private static List<String> gone(List<EvidenceFile> files, Header now) {
    boolean filtered = FILTERS.stream()
        .anyMatch(filter -> !now.options().getOrDefault(filter, "*").equals("*"));
    if (filtered) {
      return List.of();
    }
    Set<String> there = new HashSet<>();
    now.variants().stream().map(VariantFacts::name).forEach(there::add);
    now.scenarios().forEach(scenario -> there.add(scenario.name()));
    return files.stream()
        .flatMap(file -> file.header().cells().stream())
        .flatMap(cell -> List.of(cell.variant(), cell.scenario()).stream())
        .distinct()
        .filter(name -> !there.contains(name))
        .toList();
  }
}
