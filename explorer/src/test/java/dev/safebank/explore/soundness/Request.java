package dev.safebank.explore.soundness;

import java.util.List;

/**
 * What a worker is to explore.
 *
 * @param program binary name
 * @param rewriting what to do to its class files first
 * @param before programs to explore before it, with the same explorer; what came of them is not
 *     told
 */
public record Request(String program, Rewriting rewriting, List<String> before) {

  public Request {
    before = List.copyOf(before);
  }

  /** A program as it is. */
  public static Request of(Class<?> program) {
    return of(program, Rewriting.NONE);
  }

  /** A program, rewritten. */
  public static Request of(Class<?> program, Rewriting rewriting) {
    return new Request(program.getName(), rewriting, List.of());
  }
}
