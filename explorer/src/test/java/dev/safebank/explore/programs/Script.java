package dev.safebank.explore.programs;

/** What the actors of {@link Scripted} do. Not part of the program: left alone by the explorer. */
public final class Script {

  /** Begins with the internal name of this class, and of no other. */
  public static final String PREFIX = "dev/safebank/explore/programs/Script$";

  private Script() {}

  /** The words themselves. */
  public static final class Words {
    private static String current = "";

    private Words() {}

    /** Sets the actors' words, with a blank between them. */
    public static void set(String words) {
      current = words;
    }

    /** The actors' words. */
    public static String get() {
      return current;
    }
  }
}
