package dev.safebank.explore.soundness;

import java.io.IOException;

/**
 * The table without JUnit: explores the programs that the arguments name (globs; all if there are
 * none) and prints the summary.
 */
public final class Survey {

  private Survey() {}

  /** Takes globs such as {@code StaticState.*} or {@code LruCache}. */
  public static void main(String... globs) throws IOException {
    String wanted = globs.length == 0 ? "*" : String.join(",", globs);
    System.out.println(Summary.of(Explorations.ofPrograms(Corpus.programs(wanted))));
  }
}
