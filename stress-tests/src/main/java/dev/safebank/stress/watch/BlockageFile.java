package dev.safebank.stress.watch;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.Blockage.BlockedThread;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A file of blockages, one JSON line each, in the form that Jackson reads {@link Blockage} from.
 * Written field by field, because loading Jackson's data binding into every fork that ever blocks
 * would take longer than the blockage.
 */
final class BlockageFile {

  private BlockageFile() {}

  /** Appends a blockage. */
  static void append(Path file, Blockage blockage) {
    try {
      Files.writeString(file, json(blockage) + "\n", CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot append a blockage to " + file, e);
    }
  }

  private static String json(Blockage blockage) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("kind", blockage.kind().name());
      json.writeArrayPropertyStart("threads");
      blockage.threads().forEach(thread -> write(json, thread));
      json.writeEndArray();
      json.writeEndObject();
    }
    return line.toString();
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
}
