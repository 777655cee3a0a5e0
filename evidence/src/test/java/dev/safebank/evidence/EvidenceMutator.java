package dev.safebank.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes bad evidence of good: of bytes and lines, of values and properties. What it has changed it
 * may seal again, so that the checksum does not keep it from being read. The same seed gives the
 * same files.
 */
final class EvidenceMutator {

  private static final JsonMapper JSON = new JsonMapper();

  /** What no run writes, or only by accident; each is JSON, or almost. */
  private static final List<String> HOSTILE = List.of(
      "null",
      "true",
      "-1",
      "0",
      "9223372036854775807",
      "9223372036854775808",
      "-9223372036854775808",
      "1e999",
      "0.5",
      "9".repeat(2_000),
      "\"\"",
      "\"\\u0000\\u001b[2J\\n\"",
      "\"\\ud800\"",
      "\"" + "x".repeat(5_000) + "\"",
      "\"2026-02-30T00:00:00Z\"",
      "\"+999999999-12-31T23:59:59Z\"",
      "[]",
      "[null]",
      "{}",
      "{\"record\":\"header\"}",
      "{\"\":null}",
      "[".repeat(2_000),
      "[".repeat(600) + "]".repeat(600),
      "NaN",
      "'quoted'",
      "/* comment */ 1");

  private final Random random;
  private final byte[] good;

  /** Changes good evidence, which must be complete. */
  EvidenceMutator(byte[] good, long seed) {
    this.good = good.clone();
    this.random = new Random(seed);
  }

  /**
   * A changed file.
   *
   * @param content its bytes
   * @param sealed whether its trailer was made to fit what was changed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Mutant(byte[] content, boolean sealed) {}

  /** The next file. */
  Mutant next() {
    List<String> lines = new ArrayList<>(List.of(text(good).split("\n")));
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      changeLines(lines);
    }
    boolean sealed = random.nextInt(4) > 0 && lines.size() > 1;
    if (sealed) {
      return new Mutant(seal(lines), true);
    }
    byte[] content = bytes(String.join("\n", lines) + "\n");
    return new Mutant(random.nextBoolean() ? content : changeBytes(content), false);
  }

  private void changeLines(List<String> lines) {
    int at = random.nextInt(lines.size());
    switch (random.nextInt(8)) {
      case 0 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
      case 1 -> {
        if (lines.size() > 1) {
          lines.remove(at);
        }
      }
      case 2 -> lines.set(at, lines.get(random.nextInt(lines.size())));
      case 3 -> lines.set(at, text(changeBytes(bytes(lines.get(at)))));
      default -> lines.set(at, changeValue(lines.get(at)));
    }
  }

  private byte[] changeBytes(byte[] content) {
    byte[] changed = content.clone();
    if (changed.length == 0) {
      return changed;
    }
    int at = random.nextInt(changed.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(changed, at);
      case 1 -> {
        changed[at] ^= (byte) (1 << random.nextInt(8));
        yield changed;
      }
      case 2 -> {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(changed, 0, at);
        longer.writeBytes(hostile());
        longer.write(changed, at, changed.length - at);
        yield longer.toByteArray();
      }
      default -> {
        Arrays.fill(changed, at, Math.min(changed.length, at + 1 + random.nextInt(8)), (byte) 0xff);
        yield changed;
      }
    };
  }

  private byte[] hostile() {
    return bytes(HOSTILE.get(random.nextInt(HOSTILE.size())));
  }

  /** Replaces, removes, renames or doubles one value somewhere in a line. */
  private String changeValue(String line) {
    JsonNode root;
    try {
      root = JSON.readTree(line);
    } catch (RuntimeException alreadyChanged) {
      return line;
    }
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    if (containers.isEmpty()) {
      return line;
    }
    String mark = "\"~here~\"";
    JsonNode target = containers.get(random.nextInt(containers.size()));
    if (target instanceof ObjectNode object) {
      changeProperty(object);
    } else if (target instanceof ArrayNode array) {
      array.set(random.nextInt(array.size()), "~here~");
    }
    String value = HOSTILE.get(random.nextInt(HOSTILE.size()));
    return JSON.writeValueAsString(root).replace(mark, value);
  }

  private void changeProperty(ObjectNode object) {
    List<String> names = new ArrayList<>(object.propertyNames());
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name + "2", object.remove(name));
      case 2 -> object.put("more", "~here~");
      default -> object.put(name, "~here~");
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer() && !node.isEmpty()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  /** Puts a trailer that fits in the place of the last line. */
  private static byte[] seal(List<String> lines) {
    String body = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
    long records = body.chars().filter(c -> c == '\n').count();
    String trailer =
        "{\"record\":\"trailer\",\"ended\":\"2026-01-02T03:07:25Z\",\"records\":%d,\"sha256\":\"%s\"}\n"
            .formatted(records, sha256(bytes(body)));
    return bytes(body + trailer);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
