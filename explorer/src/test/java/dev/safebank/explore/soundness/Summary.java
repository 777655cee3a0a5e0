package dev.safebank.explore.soundness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A page of text about all programs: counts, then each that is not right. */
final class Summary {

  private static final Path FILE = Path.of("target", "soundness.txt");

  private Summary() {}

  static void write(Map<Class<?>, Observation> observed) throws IOException {
    Files.createDirectories(FILE.toAbsolutePath().getParent());
    Files.writeString(FILE, of(observed));
  }

  static String of(Map<Class<?>, Observation> observed) {
    Map<Judgement.Status, List<String>> entries = new EnumMap<>(Judgement.Status.class);
    observed.forEach((program, observation) -> {
      Judgement judgement = Corpus.judge(program, observation);
      entries
          .computeIfAbsent(judgement.status(), status -> new ArrayList<>())
          .add(entry(program, judgement, observation.millis()));
    });
    StringBuilder text = new StringBuilder(
        "%d programs, JDK %s%n".formatted(observed.size(), Runtime.version().feature()));
    entries.forEach((status, of) -> text.append("%6d %s%n".formatted(of.size(), status)));
    entries.forEach((status, of) -> {
      text.append("%n%s%n".formatted(status));
      of.forEach(text::append);
    });
    return text.toString();
  }

  private static String entry(Class<?> program, Judgement judgement, long millis) {
    return "%s (%,d ms)%n%s"
        .formatted(Corpus.name(program), millis, judgement.text().indent(4));
  }
}
