package dev.safebank.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.source.JavadocText.Paragraph;
import dev.safebank.report.source.JavadocText.Preformatted;
import dev.safebank.report.source.JavadocText.Span;
import dev.safebank.report.source.JavadocText.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  private static final SourceText EXAMPLE = new SourceText("ExampleBank", """
      package example;

      import java.util.List;

      /**
       * Takes {@value #STRIPES} locks &amp; waits.
       *
       * <p><b>Fault:</b> unlike {@link OtherBank#transfer(int, int)} it calls {@code unlock()};
       * see {@linkplain OtherBank the other one}.
       *
       * <pre>
       * A→B: holds A,  waits for B
       * </pre>
       *
       * <p>The <i>end</i>.
       */
      @LockingVariant(idea = "example")
      final class ExampleBank {
        private static final int STRIPES = 4;

        void transfer() {
          lock.lock();
          move();
        }
      }
      """);

  @Test
  void theStoryIsReadFromTheJavadoc() {
    assertThat(EXAMPLE.story())
        .containsExactly(
            new Paragraph(List.of(
                new Span("Takes ", Style.PLAIN),
                new Span("4", Style.PLAIN),
                new Span(" locks & waits.", Style.PLAIN))),
            new Paragraph(List.of(
                new Span("Fault:", Style.STRONG),
                new Span(" unlike ", Style.PLAIN),
                new Span("OtherBank.transfer(int, int)", Style.REFERENCE),
                new Span(" it calls ", Style.PLAIN),
                new Span("unlock()", Style.CODE),
                new Span("; see ", Style.PLAIN),
                new Span("the other one", Style.PLAIN),
                new Span(".", Style.PLAIN))),
            new Preformatted("A→B: holds A,  waits for B"),
            new Paragraph(List.of(
                new Span("The ", Style.PLAIN),
                new Span("end", Style.EMPHASIS),
                new Span(".", Style.PLAIN))));
  }

  @Test
  void theCodeKeepsItsLineNumbersAndMarksTheLinesThatLock() {
    List<CodeLine> code = EXAMPLE.code();
    assertThat(code.get(0))
        .isEqualTo(new CodeLine(17, "@LockingVariant(idea = \"example\")", false));
    assertThat(code).filteredOn(CodeLine::locking).extracting(CodeLine::number).containsExactly(22);
  }

  @Test
  void aTwinsDifferingLinesAreMarkedAndFarOnesLeftOut() {
    SourceText twin = new SourceText(
        "TwinBank",
        EXAMPLE.text().replace("ExampleBank", "TwinBank").replace("    lock.lock();\n", ""));
    TwinDiff diff = TwinDiff.between(EXAMPLE, twin);
    assertThat(diff.differences()).isEqualTo(1);
    assertThat(diff.rows())
        .containsExactly(
            new TwinDiff.DiffLine(TwinDiff.Side.LEFT_OUT, "1"),
            new TwinDiff.DiffLine(TwinDiff.Side.BOTH, "  private static final int STRIPES = 4;"),
            new TwinDiff.DiffLine(TwinDiff.Side.BOTH, ""),
            new TwinDiff.DiffLine(TwinDiff.Side.BOTH, "  void transfer() {"),
            new TwinDiff.DiffLine(TwinDiff.Side.ONLY_HERE, "    lock.lock();"),
            new TwinDiff.DiffLine(TwinDiff.Side.BOTH, "    move();"),
            new TwinDiff.DiffLine(TwinDiff.Side.BOTH, "  }"),
            new TwinDiff.DiffLine(TwinDiff.Side.BOTH, "}"));
  }

  @Test
  void aVariantThatShipsWithItsSourceIsFoundByItsClassName() {
    SourceText source =
        SourceText.find("dev.safebank.model.variants.GlobalLockBank").orElseThrow();
    assertThat(source.story()).isNotEmpty();
    assertThat(source.code()).filteredOn(CodeLine::locking).isNotEmpty();
  }

  @Test
  void aClassWithoutSourceIsLeftOutAndAHostileNameIsNoPath() {
    assertThat(SourceText.find("java.lang.String")).isEmpty();
    assertThat(SourceText.find("../../../etc/passwd")).isEmpty();
    assertThat(SourceText.find("")).isEmpty();
  }
}
