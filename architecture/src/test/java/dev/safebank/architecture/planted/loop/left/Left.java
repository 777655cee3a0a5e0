package dev.safebank.architecture.planted.loop.left;

/** Half of a cycle of packages. */
public record Left(dev.safebank.architecture.planted.loop.right.Twice other) {

  /** Has the name of another type. */
  public record Twice() {}
}
