package dev.safebank.explore.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.finding.ExplorationState;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.site.AccessMode;
import dev.safebank.explore.site.Sites;
import dev.safebank.explore.spinloop.LoopDetector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTransferTest {

  private final Sites sites = new Sites();
  private final int site = sites
      .add("Example", "unlock", "Example.java", 5, "setRelease", "Example", 0, AccessMode.PLAIN)
      .id();
  private final ExplorationState findings = new ExplorationState(sites, 2);
  private final ThreadContext owner = Contexts.thread(0, 2);
  private final ThreadContext other = Contexts.thread(1, 2);
  private final Location lock = new Location(new ObjectState(this), "lock");

  private void access(ThreadContext thread, Action action, AccessMode mode) {
    OwnershipTransfer.onAccess(findings, thread, lock, action, mode, site);
  }

  private void end() {
    OwnershipTransfer.onExecutionEnd(findings, List.of(owner, other));
  }

  @ParameterizedTest
  @CsvSource({
    "WRITE, ACQUIRE_RELEASE, true",
    "WRITE, VOLATILE, false",
    "WRITE, OPAQUE, false",
    "UPDATE, ACQUIRE_RELEASE, false"
  })
  void onlyAReleaseWriteCanGiveUpOwnership(Action action, AccessMode mode, boolean expected) {
    assertThat(OwnershipTransfer.mayBe(action, mode)).isEqualTo(expected);
  }

  @Test
  void aReleaseWriteByTheOwnerIsAsGoodAsAVolatileOne() {
    access(owner, Action.UPDATE, AccessMode.VOLATILE);
    access(owner, Action.WRITE, AccessMode.ACQUIRE_RELEASE);
    end();

    assertThat(findings.relaxed()).isEmpty();
  }

  @Test
  void aReleaseWriteByAThreadThatIsNotTheOwnerIsReported() {
    access(owner, Action.UPDATE, AccessMode.VOLATILE);
    access(other, Action.WRITE, AccessMode.ACQUIRE_RELEASE);

    assertThat(findings.relaxed()).containsExactly("setRelease at Example.java:5");
  }

  @Test
  void anAtomicStepThatIsNotVolatileTakesNoOwnership() {
    access(owner, Action.UPDATE, AccessMode.ACQUIRE_RELEASE);
    access(owner, Action.WRITE, AccessMode.ACQUIRE_RELEASE);

    assertThat(findings.relaxed()).hasSize(1);
  }

  @Test
  void ownershipIsGivenUpOnlyOnce() {
    access(owner, Action.UPDATE, AccessMode.VOLATILE);
    access(owner, Action.WRITE, AccessMode.ACQUIRE_RELEASE);
    access(owner, Action.WRITE, AccessMode.ACQUIRE_RELEASE);

    assertThat(findings.relaxed()).hasSize(1);
  }

  @Test
  void anotherThreadThatActsUponTheMarkerMakesTheReleaseCount() {
    access(owner, Action.UPDATE, AccessMode.VOLATILE);
    access(other, Action.READ, AccessMode.VOLATILE);
    access(owner, Action.WRITE, AccessMode.ACQUIRE_RELEASE);
    end();

    assertThat(findings.relaxed()).hasSize(1);
  }

  @Test
  void anotherThreadThatOnlySpinsOnTheMarkerDoesNot() {
    LoopHead head = new LoopHead(other);
    access(owner, Action.UPDATE, AccessMode.VOLATILE);
    head.reach();
    access(other, Action.READ, AccessMode.VOLATILE);
    other.loops.recordAccess(lock, false, 0);
    head.reach();
    access(owner, Action.WRITE, AccessMode.ACQUIRE_RELEASE);
    end();

    assertThat(findings.relaxed()).isEmpty();
  }

  private record LoopHead(ThreadContext thread) {

    void reach() {
      thread.loops.atHead(new LoopDetector.Head(1, 1, 9), 64);
    }
  }
}
