package dev.safebank.report.input;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.report.verdict.GateViolation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses, among the records of several files, those that count: for each subject those of the
 * newest file that has any. Nothing is merged silently: a copy of a file, an older file beside a
 * newer one, a subject that is recorded twice, and a record that its own file does not announce are
 * objections.
 */
final class DistinctRecords {

  private final List<GateViolation> objections;
  private final Map<String, String> fileByRun = new HashMap<>();
  private final Map<Subject, String> fileBySubject = new HashMap<>();
  private final Set<Subject> twice = new LinkedHashSet<>();

  DistinctRecords(List<GateViolation> objections) {
    this.objections = objections;
  }

  /** The files with the records that count, in the order given. */
  List<EvidenceFile> of(List<EvidenceFile> files) {
    Map<String, EvidenceFile> chosen = new HashMap<>();
    files.stream()
        .sorted(EvidenceFile.NEWEST_FIRST)
        .forEach(file -> chosen.put(file.name(), file.with(distinct(file))));
    return files.stream().map(file -> chosen.get(file.name())).toList();
  }

  /** What is recorded twice although it can be only once; neither record counts. */
  Set<Subject> twice() {
    return Set.copyOf(twice);
  }

  private List<EvidenceRecord> distinct(EvidenceFile file) {
    String first = fileByRun.putIfAbsent(file.header().run(), file.name());
    if (first != null) {
      object("%s is a copy of %s, or a part of it: both are of one run. Delete one of them."
          .formatted(file.name(), first));
      return List.of();
    }
    List<EvidenceRecord> announced = announced(file);
    Set<String> newer = new LinkedHashSet<>();
    List<EvidenceRecord> own = new ArrayList<>();
    for (EvidenceRecord evidence : announced) {
      String holder = fileBySubject.getOrDefault(Subject.of(evidence), file.name());
      if (holder.equals(file.name())) {
        own.add(evidence);
      } else {
        newer.add(holder);
      }
    }
    if (!newer.isEmpty()) {
      object(
          "%s is older than %s, which tells of the same: without %s of it. Delete it, or move it away."
              .formatted(
                  file.name(), String.join(", ", newer), records(announced.size() - own.size())));
    }
    own.forEach(evidence -> fileBySubject.put(Subject.of(evidence), file.name()));
    return withoutTwice(file, own);
  }

  private static String records(int count) {
    return count == 1 ? "a record" : NumberFormats.count(count) + " records";
  }

  private List<EvidenceRecord> withoutTwice(EvidenceFile file, List<EvidenceRecord> records) {
    Map<Subject, Long> counts =
        records.stream().collect(Collectors.groupingBy(Subject::of, Collectors.counting()));
    counts.entrySet().stream()
        .filter(entry -> entry.getKey().kind().once() && entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(subject -> {
          twice.add(subject);
          object("%s has two records of the exploration of %s. Run `mvn verify` again."
              .formatted(file.name(), subject.name()));
        });
    return records.stream()
        .filter(evidence -> !twice.contains(Subject.of(evidence)))
        .toList();
  }

  private List<EvidenceRecord> announced(EvidenceFile file) {
    Set<String> tests =
        file.header().cells().stream().map(CellFacts::test).collect(Collectors.toSet());
    Set<String> variants =
        file.header().variants().stream().map(VariantFacts::name).collect(Collectors.toSet());
    Set<String> strangers = new LinkedHashSet<>();
    List<EvidenceRecord> announced = new ArrayList<>();
    for (EvidenceRecord evidence : file.records()) {
      Subject subject = Subject.of(evidence);
      boolean known = evidence instanceof ScopeRecord scope
          ? variants.contains(scope.variant())
          : tests.contains(subject.name());
      if (known) {
        announced.add(evidence);
      } else {
        strangers.add(subject.name());
      }
    }
    strangers.forEach(stranger ->
        object("%s has a record of %s, which its header does not announce. Run `mvn verify` again."
            .formatted(file.name(), stranger)));
    return announced;
  }

  private void object(String message) {
    objections.add(new GateViolation(GateViolation.Rule.NO_EVIDENCE, message));
  }
}
