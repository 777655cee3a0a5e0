package dev.safebank.console;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child JVM: the program that runs this one, with its class path. */
public final class JavaCommand {

  private JavaCommand() {}

  /** The program {@code java} of the JDK that runs. */
  public static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The command that runs a main class.
   *
   * @param options of the JVM
   * @param classes folders to put before the class path
   * @param main the name of the main class
   */
  public static List<String> of(
      List<String> options, List<Path> classes, String main, List<String> arguments) {
    List<String> path = new ArrayList<>(classes.stream().map(Path::toString).toList());
    path.add(System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(program());
    command.addAll(options);
    command.addAll(List.of("-classpath", String.join(File.pathSeparator, path), main));
    command.addAll(arguments);
    return command;
  }
}
