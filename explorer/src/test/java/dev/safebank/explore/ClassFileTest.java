package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.programs.Troubles;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files of all kinds: what the compiler of the running JDK makes of the language. */
class ClassFileTest {

  private static final String HEAD = """
      package sample;
      import java.util.*;
      import java.util.function.*;
      import org.openjdk.jcstress.annotations.*;
      import org.openjdk.jcstress.infra.results.*;
      """;

  @TempDir
  private Path folder;

  private Explorer compiled(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("Sample.java"), HEAD + source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> options =
        List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-cp", classPath);
    boolean compiles = compiler
        .getTask(
            null,
            null,
            null,
            options,
            null,
            compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
        .call();
    assertThat(compiles).isTrue();
    URL[] classes = {folder.toUri().toURL()};
    return new Explorer(
        Options.DEFAULT, new URLClassLoader(classes, ClassFileTest.class.getClassLoader()));
  }

  @Test
  void flexibleConstructorBodiesSetFieldsBeforeTheSuperclass() throws IOException {
    assumeTrue(Runtime.version().feature() >= 25, "JEP 513");
    var exploration = compiled("""
            @State
            public class Sample {
              static class Base {
                final int seen;
                Base() { seen = value(); }
                int value() { return 0; }
              }
              static class Early extends Base {
                int n;
                final int m;
                Early(int x, Early other) {
                  if (x < 0) throw new IllegalArgumentException();
                  int more = 0;
                  for (int i = 0; i < 2; i++) { more += other == null ? 0 : 1; }
                  n = x + more;
                  m = new int[] {x, x + 1}[1];
                  if (other != null) { other.n = 9; }
                  super();
                  n++;
                }
                @Override int value() { return n * 10 + m; }
              }
              private Early early = new Early(1, null);
              @Actor public synchronized void one(II_Result r) { r.r1 = new Early(2, early).n; }
              @Actor public synchronized void two(II_Result r) { r.r2 = early.n * 100 + early.seen; }
            }
            """).explore("sample.Sample");
    assertThat(exploration.outcomes()).containsOnlyKeys("5, 212", "5, 912");
    assertThat(exploration.provesOutcomes()).isTrue();
  }

  @Test
  void whatTheLanguageHasIsInstrumented() throws IOException {
    var exploration = compiled("""
            @State
            public class Sample {
              sealed interface Shape permits Square, Circle {
                private int twice(int n) { return 2 * n; }
                default int size() { return twice(this instanceof Square s ? s.side : 1); }
                static int count() { return COUNT[0]++; }
                int[] COUNT = {1};
              }
              record Square(int side) implements Shape {
                static int made;
                Square { made++; }
              }
              record Circle() implements Shape {}
              enum Mode { ON { int factor() { return 2; } }, OFF; int factor() { return 1; } }
              private static int hidden = 5;
              private class Inner {
                private int n = hidden++;
                class Deeper { int all() { return n + hidden + secret; } }
              }
              private int secret = 1;
              private <T> T generic(Supplier<? extends T> make) { return make.get(); }
              private int all() {
                try {
                  int sum = new Inner().new Deeper().all();
                  Shape shape = generic(() -> new Square(3));
                  sum += shape.size() + Shape.count() + Square.made;
                  Function<Integer, Square> make = Square::new;
                  sum += make.apply(4).side();
                  sum += switch (Mode.valueOf("ON")) { case ON -> Mode.ON.factor(); case OFF -> 0; };
                  String text = "s" + sum + shape;
                  switch (text) { case "none": return -1; default: break; }
                  long[][] grid = new long[2][2];
                  grid[1][1] += sum;
                  assert grid[1][1] >= 0;
                  return (int) grid[1][1] + shape.hashCode() + (shape.equals(new Square(3)) ? 0 : 1000);
                } finally {
                  secret++;
                }
              }
              @Actor public synchronized void one(II_Result r) { r.r1 = all(); }
              @Actor public synchronized void two(II_Result r) { r.r2 = all(); }
            }
            """).explore("sample.Sample");
    assertThat(exploration.outcomes()).containsOnlyKeys("29, 36", "36, 29");
    assertThat(exploration.races()).isEmpty();
  }

  @Test
  void aMethodThatBecomesTooLargeIsNamed() throws IOException {
    Explorer explorer = compiled("""
        @State
        public class Sample {
          int n;
          static class Large {
            void large(Sample s) { %s }
            static void small(Sample s) { s.n = 2; }
          }
          @Actor public void one() { Large.small(this); }
          @Actor public void two(I_Result r) { new Large().large(this); r.r1 = n; }
        }
        """.formatted("s.n = 1; ".repeat(10_000)));
    for (int i = 0; i < 2; i++) {
      assertThat(explorer.explore("sample.Sample").incomplete())
          .singleElement()
          .asString()
          .matches("cannot instrument sample.Sample\\$Large.large at Sample.java:\\d+:"
              + " it becomes larger than a method may be");
    }
    assertThat(explorer.explore(Troubles.Healthy.class).provesOutcomes()).isTrue();
  }

  @Test
  void aClassThatIsMissingIsNamed() throws IOException {
    Explorer explorer = compiled("""
        @State
        public class Sample extends Missing {
          @Actor public void one() {}
        }
        class Missing {}
        """);
    Files.delete(folder.resolve("sample").resolve("Missing.class"));
    assertThatThrownBy(() -> explorer.explore("sample.Sample"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot explore the test sample.Sample: its classes cannot be")
        .hasMessageContaining("Missing");
    assertThat(explorer.explore(Troubles.Healthy.class).provesOutcomes()).isTrue();
  }
}
