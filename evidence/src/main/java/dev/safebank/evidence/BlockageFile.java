package dev.safebank.evidence;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.safebank.evidence.Blockage.BlockedThread;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The file into which the watchdog of a fork writes what it finds: a {@link Blockage} a line. */
public final class BlockageFile {

  private BlockageFile() {}

  /**
   * Appends a blockage, field by field: loading Jackson's data binding into every fork that blocks
   * would take longer than all that the fork is there for.
   */
  public static void append(Path file, Blockage blockage) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("kind", blockage.kind().name());
      json.writeArrayPropertyStart("threads");
      blockage.threads().forEach(thread -> write(json, thread));
      json.writeEndArray();
      json.writeEndObject();
    }
    Files.writeString(file, line + "\n", CREATE, APPEND);
  }

  private static void write(JsonGenerator json, BlockedThread thread) {
    json.writeStartObject();
    json.writeStringProperty("actor", thread.actor());
    json.writeStringProperty("state", thread.state());
    json.writeStringProperty("waitsFor", thread.waitsFor());
    json.writeStringProperty("heldBy", thread.heldBy());
    json.writeArrayPropertyStart("stack");
    thread.stack().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

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
