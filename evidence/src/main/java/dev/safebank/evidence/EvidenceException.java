package dev.safebank.evidence;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An evidence file that must not be judged: there is none, it is damaged, or it is of another
 * version. The message is one line that names the file, the cause and the way out.
 */
public final class EvidenceException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The most characters of a cause: it may quote the file, which may hold anything. */
  private static final int LONGEST_CAUSE = 500;

  /**
   * An error with one file.
   *
   * @param cause what is wrong with it, e.g. {@code is damaged}
   * @param wayOut what its reader can do, e.g. {@code Run `mvn verify` again}
   */
  public EvidenceException(Path file, String cause, String wayOut) {
    super("%s: %s. %s.".formatted(file, shortened(cause), wayOut));
  }

  /** An error with one file that another exception reports. */
  public EvidenceException(Path file, String cause, String wayOut, Throwable reason) {
    this(file, cause, wayOut);
    initCause(reason);
  }

  private static String shortened(String cause) {
    return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE) + "…";
  }
}
