package dev.safebank.stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.witness.RecordedAction;
import dev.safebank.evidence.witness.RecordedResource;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.result.StepAction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExplorationRecordsTest {

  @Test
  void everyActionHasItsRecord() {
    assertThat(Arrays.stream(StepAction.values()).map(ExplorationRecords::action))
        .containsExactly(RecordedAction.values());
  }

  @Test
  void everyKindOfResourceHasItsRecord() {
    assertThat(Arrays.stream(ResourceKind.values()).map(ExplorationRecords::resource))
        .containsExactly(RecordedResource.values());
  }
}
