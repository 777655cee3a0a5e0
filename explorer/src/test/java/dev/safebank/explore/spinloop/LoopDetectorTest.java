package dev.safebank.explore.spinloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.spinloop.LoopDetector.Change;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoopDetectorTest {

  private static final int SELF = 0;
  private static final int OTHER = 1;
  private static final int COUNTED = 3;

  private final LoopDetector loops = new LoopDetector(SELF);
  private final Location flag = new Location(new ObjectState(this), "flag");
  private final Location lock = new Location(new ObjectState(this), "lock");
  private final LoopDetector.Head head = new LoopDetector.Head(loops.newFrame(), 1, 9);

  private Optional<Change> atHead(Object... locals) {
    for (Object local : locals) {
      loops.local(local);
    }
    return loops.atHead(head, COUNTED);
  }

  private void read(Location location) {
    loops.recordAccess(location, false, 0);
  }

  @Test
  void theEntryOfALoopIsNoIteration() {
    assertThat(atHead()).isEmpty();
  }

  @Test
  void anIterationThatOnlyReadsHasNoEffect() {
    atHead();
    read(flag);

    assertThat(atHead()).contains(Change.NONE);
    assertThat(loops.isCertain()).isTrue();
    assertThat(loops.accessedInLastRound()).containsExactly(flag);
  }

  @Test
  void anIterationThatWritesHasAnEffect() {
    atHead();
    loops.recordAccess(flag, true, 0);

    assertThat(atHead()).isEmpty();
  }

  @Test
  void anIterationThatChangesLocalStateHasAnEffect() {
    atHead();
    read(flag);
    loops.localStateMayHaveChanged();

    assertThat(atHead()).isEmpty();
  }

  @Test
  void anIterationIsOverOnlyWhenAsManyLocksAreReleasedAsAcquired() {
    atHead();
    loops.recordAccess(lock, false, 1);
    Optional<Change> whileHeld = atHead();
    loops.recordAccess(lock, false, -1);

    assertThat(whileHeld).isEmpty();
    assertThat(atHead()).isPresent();
  }

  @Test
  void aChangeByAnotherThreadIsSeenAndAChangeOfOnesOwnIsNot() {
    atHead();
    read(flag);
    atHead();
    flag.recordChange(SELF, false);
    Change own = loops.changesSinceLastRound();
    flag.recordChange(OTHER, false);

    assertThat(own).isEqualTo(Change.NONE);
    assertThat(loops.changesSinceLastRound()).isEqualTo(Change.WRITTEN);
  }

  @Test
  void aLockThatAnotherThreadAcquiresIsTakenForLessThanAWrite() {
    atHead();
    read(lock);
    atHead();
    lock.recordChange(OTHER, true);

    assertThat(loops.changesSinceLastRound()).isEqualTo(Change.LOCKED);
  }

  @Test
  void aLoopWhoseLocalVariablesChangeMakesProgress() {
    atHead(1L);
    read(flag);

    assertThat(atHead(2L)).isEmpty();
  }

  @Test
  void localVariablesAreComparedByValueIfTheyAreBoxesOrStrings() {
    atHead(new String("same"));
    read(flag);

    assertThat(atHead(new String("same"))).contains(Change.NONE);
  }

  @Test
  void otherObjectsAreComparedByIdentity() {
    atHead(new int[] {1});
    read(flag);

    assertThat(atHead(new int[] {1})).isEmpty();
  }

  @Test
  void aLoopWithUnknownLocalStateIsNotCertain() {
    loops.unknownLocals();
    atHead();
    read(flag);
    loops.unknownLocals();

    assertThat(atHead()).isEmpty();
  }

  @Test
  void aLoopThatCountsWhileItReadsNothingNewIsTakenToSpinAfterABound() {
    for (long i = 0; i <= COUNTED + 1; i++) {
      assertThat(atHead(i)).isEmpty();
      read(flag);
    }

    assertThat(atHead(COUNTED + 2L)).contains(Change.NONE);
    assertThat(loops.isCertain()).isFalse();
  }

  @Test
  void aStateThatComesBackAfterSeveralIterationsHasNoEffect() {
    boolean found = false;
    for (long i = 0; i < 12 && !found; i++) {
      found = atHead(i % 3).isPresent() && loops.isCertain();
      read(flag);
    }

    assertThat(found).isTrue();
  }

  @Test
  void anInnerLoopEndsWhenTheOuterOneGoesOn() {
    LoopDetector.Head inner = new LoopDetector.Head(1, 3, 5);
    atHead();
    loops.atHead(inner, COUNTED);
    read(flag);

    assertThat(loops.atHead(inner, COUNTED)).contains(Change.NONE);
    assertThat(atHead()).contains(Change.NONE);
  }

  @Test
  void aReadWhileTakenIsForgottenWithAnIterationWithoutEffectAndKeptOtherwise() {
    atHead();
    loops.recordReadWhileTaken(flag);
    read(flag);
    atHead();
    boolean forgotten = loops.readWhileTaken().isEmpty();
    loops.recordReadWhileTaken(flag);
    read(flag);
    loops.localStateMayHaveChanged();
    atHead();

    assertThat(forgotten).isTrue();
    assertThat(loops.readWhileTaken()).containsExactly(flag);
  }
}
