package dev.safebank.report.page.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.Interleavings;
import dev.safebank.report.page.link.Anchors;
import dev.safebank.report.page.link.LineLinks;
import dev.safebank.report.verdict.VerdictWitness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitnessExportTest {

  private static final WitnessView VIEW = view(Interleavings.leakedLock(), "A→B 50; #1");

  @Test
  void theTextHasALinePerActorAndStep() {
    assertThat(WitnessExport.plain(VIEW)).isEqualTo("""
        transfer: A→B 50; #1
        validate: all

         1. transfer: tries bank.lock: takes it (UnsafeBank.java:30)
         2. transfer: calls ArrayList.add on bank.log (UnsafeBank.java:31)
         3. validate: waits forever for the lock bank.lock, held by transfer, which has ended (since UnsafeBank.java:30) (UnsafeBank.java:52)

        Ends in STUCK""");
  }

  @Test
  void theDiagramHasAParticipantPerActorAndNoCharacterThatWouldEndAText() {
    assertThat(WitnessExport.mermaid(VIEW)).isEqualTo("""
        sequenceDiagram
          participant P1 as transfer: A→B 50#59; #35;1
          participant P2 as validate: all
          P1->>P1: tries bank.lock: takes it (UnsafeBank.java:30)
          P1->>P1: calls ArrayList.add on bank.log (UnsafeBank.java:31)
          Note over P2: waits forever for the lock bank.lock, held by transfer, which has ended (since UnsafeBank.java:30) (UnsafeBank.java:52)
          Note over P1,P2: Ends in STUCK""");
  }

  private static WitnessView view(VerdictWitness witness, String part) {
    LineLinks noSource = new LineLinks("dev.example.Bank", List.of(), Anchors.OF_A_WHOLE_FILE);
    return new WitnessViews(Anchors.OF_A_WHOLE_FILE, noSource)
        .of((VerdictWitness.Interleaving) witness, Optional.empty(), List.of(part, "all"), "");
  }
}
