package dev.safebank.stress.run.cell;

import dev.safebank.console.UserError;
import dev.safebank.stress.scenario.Cell;
import dev.safebank.stress.scenario.Declarations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
      List<StressCell> cells = list == null ? List.of() : read(list);
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

  private static List<StressCell> read(InputStream list) {
    ClassHashes hashes = new ClassHashes(CellDiscovery.class.getClassLoader());
    return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
        .lines()
        .map(TestLineReader::new)
        .filter(TestLineReader::isCorrect)
        .flatMap(line -> cell(line.nextString(), line.nextString(), hashes).stream())
        .toList();
  }

  private static Optional<StressCell> cell(String test, String binaryName, ClassHashes hashes) {
    try {
      return present(test, binaryName, hashes);
    } catch (TypeNotPresentException | LinkageError e) {
      throw new UserError(
          "The generated test %s is of classes that are not there any more. Compile again: mvn clean verify."
              .formatted(binaryName),
          e);
    }
  }

  private static Optional<StressCell> present(String test, String binaryName, ClassHashes hashes) {
    return Optional.ofNullable(load(binaryName).getAnnotation(Cell.class))
        .map(cell -> new StressCell(
            binaryName,
            TestList.getInfo(test).threads(),
            Declarations.ofVariant(cell.variant())
                .withClasses(hashes.ofPrograms(cell.variant().getName())),
            Declarations.ofScenario(cell.scenario()),
            hashes.of(binaryName)));
  }

  private static Class<?> load(String test) {
    try {
      return Class.forName(test, false, CellDiscovery.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UserError(
          "META-INF/TestList names %s, which is not on the class path. Compile again: mvn clean verify."
              .formatted(test),
          e);
    }
  }
}
