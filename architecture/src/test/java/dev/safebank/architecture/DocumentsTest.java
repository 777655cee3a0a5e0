package dev.safebank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents for those who change something name what is there. */
class DocumentsTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  /** A name of several words, each with a capital, as nearly all types have. */
  private static final Pattern TYPE = Pattern.compile("(?<!-)\\b(?:[A-Z][a-z]+){2,}\\b");

  private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

  private static final Pattern TEST_METHOD = Pattern.compile("`(\\w+Test)?\\.(\\w+)`");

  /** A link or a picture of a document, without the part of a page that it leads to. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");

  /** Types that the recipes make, and another project. */
  private static final Set<String> ELSEWHERE =
      Set.of("MyBank", "MyScenario", "PhaserModel", "PhaserSubstitutes", "PathFinder");

  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md", "docs/architecture.md", "docs/reliability.md"})
  void everyTypeThatADocumentNamesExists(String document) throws IOException {
    Set<String> named = TYPE.matcher(Files.readString(PROJECT.resolve(document)))
        .results()
        .map(name -> name.group())
        .collect(Collectors.toCollection(TreeSet::new));
    named.removeAll(ELSEWHERE);
    assertThat(named).isNotEmpty();
    assertThat(sources()).containsAll(named);
  }

  @Test
  void everyLinkOfADocumentLeadsToAFile() throws IOException {
    List<Path> documents =
        new ArrayList<>(List.of(PROJECT.resolve("README.md"), PROJECT.resolve("CONTRIBUTING.md")));
    try (Stream<Path> files = Files.list(PROJECT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
    }
    for (Path document : documents) {
      assertThat(LINK.matcher(Files.readString(document)).results())
          .allSatisfy(link -> assertThat(document.resolveSibling(link.group(1)))
              .as("a link in %s", document)
              .exists());
    }
  }

  @Test
  void everyModuleIsInTheArchitecture() throws IOException {
    String architecture = Files.readString(PROJECT.resolve("docs/architecture.md"));
    assertThat(MODULE.matcher(Files.readString(PROJECT.resolve("pom.xml"))).results())
        .isNotEmpty()
        .allSatisfy(module ->
            assertThat(architecture).containsPattern("[`\"]" + module.group(1) + "(<br/>|`)"));
  }

  @Test
  void everyPackageOfTheExplorerIsInTheTableOfTheArchitecture() throws IOException {
    String architecture = Files.readString(PROJECT.resolve("docs/architecture.md"));
    Path explorer = PROJECT.resolve("explorer/src/main/java/dev/safebank/explore");
    try (Stream<Path> folders = Files.list(explorer).filter(Files::isDirectory)) {
      assertThat(folders)
          .isNotEmpty()
          .allSatisfy(folder -> assertThat(architecture)
              .containsPattern("`" + folder.getFileName() + "(\\.[a-z]+)?`"));
    }
  }

  /** A test may be named by its method alone after another one of its class. */
  @Test
  void everyTestThatTheTrialsNameExists() throws IOException {
    Map<String, Path> sources = sourceFiles();
    Matcher named = TEST_METHOD.matcher(Files.readString(PROJECT.resolve("docs/reliability.md")));
    String type = "";
    int methods = 0;
    while (named.find()) {
      type = named.group(1) == null ? type : named.group(1);
      assertThat(sources).containsKey(type);
      assertThat(sources.get(type)).content().contains("void " + named.group(2) + "(");
      methods++;
    }
    assertThat(methods).isGreaterThan(10);
  }

  /** The names of all source files, without their ends. */
  private static Set<String> sources() throws IOException {
    return sourceFiles().keySet();
  }

  private static Map<String, Path> sourceFiles() throws IOException {
    Map<String, Path> sources = new TreeMap<>();
    for (Path module : modules()) {
      try (Stream<Path> files = Files.walk(module.resolve("src"))) {
        files
            .filter(file -> file.getFileName().toString().endsWith(".java"))
            .forEach(file -> sources.put(file.getFileName().toString().replace(".java", ""), file));
      }
    }
    return sources;
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(PROJECT)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("src")))
          .collect(Collectors.toList());
    }
  }
}
