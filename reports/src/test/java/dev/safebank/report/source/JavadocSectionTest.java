package dev.safebank.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavadocSectionTest {

  @Test
  void aSectionReachesFromItsTitleToTheNext() {
    List<JavadocText.Block> story = JavadocText.parse(
        " * First.\n *\n * <p><b>Fix:</b> lock in order.\n *\n * <p>Always.\n *\n * <p><b>Cost:</b> waits.",
        name -> name);
    assertThat(JavadocText.section(story, "Fix:"))
        .containsExactly(paragraph(" lock in order."), paragraph("Always."));
    assertThat(JavadocText.section(story, "Fault:")).isEmpty();
  }

  private static JavadocText.Paragraph paragraph(String text) {
    return new JavadocText.Paragraph(List.of(new JavadocText.Span(text, JavadocText.Style.PLAIN)));
  }
}
