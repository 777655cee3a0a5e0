package dev.safebank.stress.run.cell;

import dev.safebank.console.UserError;
import dev.safebank.stress.scenario.Cell;
import dev.safebank.stress.scenario.Declarations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.util.TestLineReader;

/** Finds the cells among the jcstress tests on the class path. */
public final class CellDiscovery {

  private CellDiscovery() {}

  /**
   * All jcstress tests with a {@link Cell} annotation, in the order in which they were compiled: by
   * variant, then by scenario. None is initialized, so none starts its watchdog.
   *
   * @throws UserError if there are none
   */
  public static List<StressCell> onClassPath() {
    try (InputStream list = TestList.class.getResourceAsStream(TestList.LIST)) {
      List<StressCell> cells =
          list == null ? List.of() : read(list, CellDiscovery.class.getClassLoader());
      if (cells.isEmpty()) {
        throw new UserError(
            "There is nothing to run: no test with @Cell in META-INF/TestList on the"
                + " class path. Compile the matrix first: mvn test-compile. On JDK 23 and later javac"
                + " runs annotation processors only where it is told to: add <proc>full</proc> to the"
                + " configuration of maven-compiler-plugin, or -proc:full to javac's arguments.");
      }
      return cells;
    } catch (IOException e) {
      throw new UserError("Cannot read META-INF/TestList: " + e.getMessage() + ".", e);
    }
  }

  /**
   * The cells whose tests were compiled into a folder, in the order in which they were compiled.
   *
   * @param loader finds the classes of the folder, and what they are of
   */
  public static List<StressCell> compiledInto(Path folder, ClassLoader loader) {
    Path list = folder.resolve(TestList.LIST.substring(1));
    try (InputStream in = Files.newInputStream(list)) {
      return read(in, loader);
    } catch (IOException e) {
      throw new UserError("Cannot read %s (%s).".formatted(list, e), e);
    }
  }

  private static List<StressCell> read(InputStream list, ClassLoader loader) {
    ClassHashes hashes = new ClassHashes(loader);
    return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
        .lines()
        .map(TestLineReader::new)
        .filter(TestLineReader::isCorrect)
        .flatMap(line -> cell(TestLine.read(line), loader, hashes).stream())
        .toList();
  }

  /**
   * What jcstress's processor has noted of a test.
   *
   * @param threads number of its actors
   */
  private record TestLine(String binaryName, int threads) {

    static TestLine read(TestLineReader line) {
      line.nextString(); // its canonical name
      String binaryName = line.nextString();
      line.nextString(); // its runner
      line.nextString(); // what it says of itself
      return new TestLine(binaryName, line.nextInt());
    }
  }

  private static Optional<StressCell> cell(TestLine test, ClassLoader loader, ClassHashes hashes) {
    try {
      return present(test, loader, hashes);
    } catch (TypeNotPresentException | LinkageError e) {
      throw new UserError(
          "The generated test %s is of classes that are not there any more. Compile again: mvn clean verify."
              .formatted(test.binaryName()),
          e);
    }
  }

  private static Optional<StressCell> present(
      TestLine test, ClassLoader loader, ClassHashes hashes) {
    return Optional.ofNullable(load(test.binaryName(), loader).getAnnotation(Cell.class))
        .map(cell -> new StressCell(
            test.binaryName(),
            test.threads(),
            Declarations.ofVariant(cell.variant())
                .withClasses(hashes.ofPrograms(cell.variant().getName())),
            Declarations.ofScenario(cell.scenario()),
            hashes.of(test.binaryName())));
  }

  private static Class<?> load(String test, ClassLoader loader) {
    try {
      return Class.forName(test, false, loader);
    } catch (ClassNotFoundException e) {
      throw new UserError(
          "META-INF/TestList names %s, which is not on the class path. Compile again: mvn clean verify."
              .formatted(test),
          e);
    }
  }
}
