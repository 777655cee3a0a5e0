package dev.safebank.stress.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** The file into which the watchdog of a fork writes what it finds: a {@link Blockage} a line. */
public final class BlockageReader {

  private BlockageReader() {}

  /**
   * Reads what a watchdog wrote before its fork ended, however it ended: a line that was cut off is
   * left out, and a file that is not there means that nothing was blocked.
   */
  public static List<Blockage> read(Path file) throws IOException {
    List<Blockage> blockages = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        try {
          blockages.add(EvidenceLines.JSON.readValue(line, Blockage.class));
        } catch (JacksonException cutOff) {
          break;
        }
      }
    }
    return List.copyOf(blockages);
  }
}
