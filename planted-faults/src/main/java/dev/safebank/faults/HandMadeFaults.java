package dev.safebank.faults;

import dev.safebank.faults.mutation.FaultyBank;
import dev.safebank.faults.mutation.FaultyBank.Replacement;
import dev.safebank.model.Bank;
import dev.safebank.model.variants.LockingVariants;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code hand-made.txt}: the faults that no operator makes. */
final class HandMadeFaults {

  private static final Pattern HEADER = Pattern.compile("fault (\\w+) (\\w+) (\\w+): (.+)");

  private final List<FaultyBank> faults = new ArrayList<>();
  private final List<Replacement> replacements = new ArrayList<>();
  private Matcher header = HEADER.matcher("");
  private String replaced = "";

  private HandMadeFaults() {}

  static List<FaultyBank> read() {
    try (InputStream text = HandMadeFaults.class.getResourceAsStream("hand-made.txt")) {
      return of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The faults that a text describes.
   *
   * @throws IllegalArgumentException if a line is of no known form, or a fault cannot be planted
   */
  static List<FaultyBank> of(String text) {
    HandMadeFaults reader = new HandMadeFaults();
    text.lines().forEach(reader::read);
    reader.finish();
    return reader.faults;
  }

  private void read(String line) {
    Matcher begin = HEADER.matcher(line);
    if (begin.matches()) {
      finish();
      header = begin;
    } else if (line.startsWith("- ")) {
      replaced = line.substring(2);
    } else if (line.startsWith("+")) {
      replacements.add(new Replacement(replaced, line.substring(1)));
    } else if (!line.isBlank() && !line.startsWith("#")) {
      throw new IllegalArgumentException(
          "hand-made.txt: not \"fault BANK NAME METHOD: …\", \"- …\" or \"+ …\": " + line);
    }
  }

  private void finish() {
    if (!replacements.isEmpty()) {
      faults.add(FaultyBank.byHand(
          original(header.group(1)),
          header.group(2),
          header.group(4),
          header.group(3),
          List.copyOf(replacements)));
    }
    replacements.clear();
  }

  private static Class<? extends Bank> original(String name) {
    return Stream.concat(LockingVariants.all().stream(), RightBanks.all().stream())
        .filter(bank -> bank.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("hand-made.txt: there is no bank " + name));
  }
}
