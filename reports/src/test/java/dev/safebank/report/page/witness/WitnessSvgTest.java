package dev.safebank.report.page.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.Interleavings;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.page.link.LineLinks;
import dev.safebank.report.verdict.VerdictWitness;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class WitnessSvgTest {

  @Test
  void theDrawingHasTheHeadingTheActorsEachStepAndTheOutcome() throws Exception {
    String words = String.join(
        " ", texts(WitnessSvg.of(view(Interleavings.tornTotal(), "A→B 50"), "UnsafeBank: one")));
    assertThat(words)
        .startsWith("UnsafeBank: one transfer: A→B 50 validate: all 1. reads bank.balances[0]: 100")
        .contains("5. bank.balances[1] 100 → 150 (UnsafeBank.java:41)")
        .endsWith("Ends in MOVED, 150");
  }

  @Test
  void eachActorHasAColumn() throws Exception {
    Document drawing =
        parsed(WitnessSvg.of(view(Interleavings.tornTotal(), "A→B 50"), "UnsafeBank: one"));
    NodeList texts = drawing.getElementsByTagName("text");
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      String text = texts.item(i).getTextContent();
      if (text.matches("[1-5]\\. .*")) {
        columns.add(texts.item(i).getAttributes().getNamedItem("x").getNodeValue());
      }
    }
    assertThat(columns).containsExactly("24", "24", "424", "424", "24");
  }

  @Test
  void whoWaitsForWhomIsDrawnBelow() throws Exception {
    assertThat(texts(WitnessSvg.of(view(Interleavings.leakedLock(), "A→B 50"), "LeakyBank")))
        .endsWith("validate", "bank.lock", "transfer (ended)", "waits :52", "holds since :30");
  }

  @Test
  void hostileTextStaysText() throws Exception {
    String hostile = "</text><script>alert(1)</script>&\"'\u0000\u202e\ud83d" + "x".repeat(500);
    String drawing = WitnessSvg.of(view(Interleavings.tornTotal(), hostile), hostile);
    assertThat(parsed(drawing).getElementsByTagName("script").getLength()).isZero();
    assertThat(String.join("", texts(drawing)))
        .contains("</text><script>alert(1)</script>&\"'⟨U+0000⟩⟨U+202E⟩");
  }

  private static List<String> texts(String drawing) throws Exception {
    NodeList texts = parsed(drawing).getElementsByTagName("text");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      words.add(texts.item(i).getTextContent());
    }
    return words;
  }

  private static Document parsed(String drawing) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(drawing)));
  }

  private static WitnessView view(VerdictWitness witness, String part) {
    LineLinks noSource = new LineLinks("dev.example.Bank", List.of(), Anchors.OF_A_WHOLE_FILE);
    return new WitnessViews(Anchors.OF_A_WHOLE_FILE, noSource)
        .of((VerdictWitness.Interleaving) witness, Optional.empty(), List.of(part, "all"), "");
  }
}
