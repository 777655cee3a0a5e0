package dev.safebank.stress.run;

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

/** Finds the cells among the jcstress tests of the class path. */
final class CellDiscovery {

  private CellDiscovery() {}

  /**
   * All jcstress tests with a {@link Cell} annotation, in the order in which they were compiled: by
   * variant, then by scenario. None of them is initialized, so none starts its watchdog here.
   *
   * @throws UserError if there are none
   */
  static List<StressCell> onClassPath() {
    try (InputStream list = TestList.class.getResourceAsStream(TestList.LIST)) {
      List<StressCell> cells = list == null ? List.of() : read(list);
      if (cells.isEmpty()) {
        throw new UserError(
            "There is nothing to run: no test with @Cell in META-INF/TestList on the"
                + " class path. Compile the matrix first: mvn test-compile.");
      }
      return cells;
    } catch (IOException e) {
      throw new UserError("Cannot read META-INF/TestList: " + e.getMessage() + ".", e);
    }
  }

  private static List<StressCell> read(InputStream list) {
    return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
        .lines()
        .map(TestLineReader::new)
        .filter(TestLineReader::isCorrect)
        .flatMap(line -> cell(line.nextString(), line.nextString()).stream())
        .toList();
  }

  private static Optional<StressCell> cell(String test, String binaryName) {
    return Optional.ofNullable(load(binaryName).getAnnotation(Cell.class))
        .map(cell -> new StressCell(
            binaryName,
            TestList.getInfo(test).threads(),
            Declarations.ofVariant(cell.variant()),
            Declarations.ofScenario(cell.scenario())));
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
