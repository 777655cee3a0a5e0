package dev.safebank.evidence;

import dev.safebank.evidence.bounds.Bounds;
import java.time.Instant;

/**
 * The last line of a file that is complete.
 *
 * @param ended when the run ended
 * @param records lines before this one, the header included
 * @param sha256 lower-case hex SHA-256 of the bytes before this line
 */
public record Trailer(Instant ended, long records, String sha256) implements EvidenceRecord {

  public Trailer {
    Bounds.moment("ended", ended);
    Bounds.count("records", records);
  }
}
