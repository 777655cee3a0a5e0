package dev.safebank.report.input;

import dev.safebank.evidence.Header;
import dev.safebank.report.verdict.GateViolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The plan: which cells are to be judged, with the claims of their variants and the hashes of their
 * classes as they are now. It is a file like those of runs, without records, which the build writes
 * anew each time.
 *
 * @param folder where it has to lie
 * @param build the build that it has to be of; empty if any will do
 */
record Plan(Path folder, Optional<String> build) {

  private static final String NAME = "plan.ndjson";
  private static final String WAY_OUT =
      "Run `mvn verify -Dstress.skip` to judge the evidence again";

  static boolean isNameOf(Path file) {
    return file.getFileName().toString().equals(NAME);
  }

  /** The plan, if it can be relied on; objects if not. */
  Optional<Header> check(Optional<EvidenceFile> file, List<GateViolation> objections) {
    Optional<String> fault = file.map(this::fault)
        .orElse(Optional.of("there is no usable plan, which says what classes are there now"));
    fault.ifPresent(what -> objections.add(new GateViolation(
        GateViolation.Rule.NO_EVIDENCE,
        "%s: %s. All is UNTESTED. %s.".formatted(folder.resolve(NAME), what, WAY_OUT))));
    return fault.isPresent() ? Optional.empty() : file.map(EvidenceFile::header);
  }

  private Optional<String> fault(EvidenceFile file) {
    if (!file.completeness().complete()) {
      return Optional.of("was not written to its end");
    }
    if (!file.records().isEmpty()) {
      return Optional.of("holds records of a run, and so is no plan");
    }
    String of = file.header().options().getOrDefault(Header.BUILD, "none");
    return build
        .filter(wanted -> !wanted.equals(of))
        .map(wanted ->
            "is of another build (%s) than this one (%s), and knows nothing of the classes"
                    .formatted(of, wanted)
                + " that are there now");
  }
}
