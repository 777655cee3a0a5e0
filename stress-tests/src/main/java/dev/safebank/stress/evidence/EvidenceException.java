package dev.safebank.stress.evidence;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An evidence file that must not be judged: there is none, it is damaged, or it is of another
 * version. The message is one line that names the file, the cause and the way out.
 */
public final class EvidenceException extends IOException {

  private static final long serialVersionUID = 1L;

  EvidenceException(Path file, String cause, String wayOut) {
    super("%s: %s. %s.".formatted(file, cause, wayOut));
  }

  EvidenceException(Path file, String cause, String wayOut, Throwable reason) {
    this(file, cause, wayOut);
    initCause(reason);
  }
}
