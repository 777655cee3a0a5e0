package dev.safebank.stress.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.specification.Call.Transfer;
import dev.safebank.model.specification.Call.TransferAndValidate;
import dev.safebank.model.specification.Call.Validate;
import dev.safebank.model.specification.ReportedProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioNotationTest {

  @Test
  void everyKindOfCallIsRead() {
    ReportedProgram read = ScenarioNotation.read(
        3,
        List.of("A→C 50", "B→B 7 failing midway, validate", "C→A 1 and validate"),
        "status, status, total, total");

    assertThat(read.program().actors())
        .containsExactly(
            List.of(new Transfer(0, 2, 50)),
            List.of(new Transfer(1, 1, 7, true), new Validate()),
            List.of(new TransferAndValidate(2, 0, 1)));
    assertThat(read.program().openingBalances()).containsExactly(100L, 100L, 100L);
    assertThat(read.sums()).isEmpty();
  }

  @Test
  void whatTheArbiterReportsIsRead() {
    assertThat(ScenarioNotation.read(2, List.of("validate"), "total, balance of B, final total")
            .sums())
        .containsExactly(List.of(1), List.of(0, 1));
  }

  @Test
  void whatCannotBeReadIsRefusedWithWhatIsExpected() {
    assertThatThrownBy(() -> ScenarioNotation.read(2, List.of("A->B 50"), "status"))
        .hasMessageStartingWith("\"A->B 50\" is no call: write \"A→B 50\"");
    assertThatThrownBy(() -> ScenarioNotation.read(2, List.of("A→C 50"), "status"))
        .hasMessage("there is no account C: accounts = 2");
    assertThatThrownBy(() -> ScenarioNotation.read(2, List.of("A→B 50"), "total"))
        .hasMessage("reports = \"total\" does not fit the calls: begin with \"status\"");
    assertThatThrownBy(() -> ScenarioNotation.read(2, List.of("validate"), "total, sum"))
        .hasMessageStartingWith("\"sum\" is nothing that an arbiter reports");
  }
}
