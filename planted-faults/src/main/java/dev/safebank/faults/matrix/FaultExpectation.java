package dev.safebank.faults.matrix;

import dev.safebank.evidence.fault.BankKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be found in a faulty bank.
 *
 * @param kind of the bank
 * @param breaks the laws that it must be found to break; none unless it is faulty
 * @param why it breaks nothing; empty if it is faulty
 */
record FaultExpectation(BankKind kind, List<String> breaks, String why) {

  private static final String FILE = "/dev/safebank/faults/expected.txt";

  FaultExpectation {
    breaks = List.copyOf(breaks);
  }

  /** What {@code expected.txt} says, by the name of the bank. */
  static Map<String, FaultExpectation> read() {
    try (InputStream text = FaultExpectation.class.getResourceAsStream(FILE)) {
      return of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The expectations of a text: a line for each bank, with its name and the laws that it breaks, or
   * {@code EQUIVALENT}, {@code RACING} or {@code BEYOND_SCOPE} and why none is found.
   *
   * @throws IllegalArgumentException if a line is of another form, or a bank has two
   */
  static Map<String, FaultExpectation> of(String text) {
    Map<String, FaultExpectation> expected = new LinkedHashMap<>();
    text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
      String[] parts = line.split("\\s+", 3);
      if (parts.length < 2 || expected.put(parts[0], of(line, parts)) != null) {
        throw wrong(line);
      }
    });
    return expected;
  }

  private static FaultExpectation of(String line, String[] parts) {
    boolean says = parts.length == 3;
    return switch (parts[1]) {
      case "EQUIVALENT", "RACING", "BEYOND_SCOPE" -> {
        if (!says) {
          throw wrong(line);
        }
        yield new FaultExpectation(BankKind.valueOf(parts[1]), List.of(), parts[2]);
      }
      default -> {
        if (says) {
          throw wrong(line);
        }
        yield new FaultExpectation(BankKind.FAULTY, List.of(parts[1].split(",")), "");
      }
    };
  }

  private static IllegalArgumentException wrong(String line) {
    return new IllegalArgumentException(
        "expected.txt: not \"BANK LAW,LAW\", \"BANK EQUIVALENT why\", \"BANK RACING why\" or"
            + " \"BANK BEYOND_SCOPE why\", or a bank twice: "
            + line);
  }
}
