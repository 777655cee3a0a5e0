package dev.safebank.explore.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HappensBeforeTest {

  private final ThreadClock one = new ThreadClock(0, 3);
  private final ThreadClock two = new ThreadClock(1, 3);
  private final ThreadClock three = new ThreadClock(2, 3);
  private final SyncClock lock = new SyncClock();

  @Test
  void threadsAreNotOrderedAtTheStart() {
    assertThat(two.hasSeen(0, one.now())).isFalse();
    assertThat(one.hasSeen(1, two.now())).isFalse();
  }

  @Test
  void whatComesBeforeAReleaseHappensBeforeALaterAcquire() {
    int before = one.now();
    lock.release(one);
    lock.acquire(two);

    assertThat(two.hasSeen(0, before)).isTrue();
  }

  @Test
  void whatComesAfterAReleaseIsNotOrderedWithALaterAcquire() {
    lock.release(one);
    int after = one.now();
    lock.acquire(two);

    assertThat(two.hasSeen(0, after)).isFalse();
  }

  @Test
  void anAcquireBeforeTheReleaseOrdersNothing() {
    int before = one.now();
    lock.acquire(two);
    lock.release(one);

    assertThat(two.hasSeen(0, before)).isFalse();
  }

  @Test
  void happensBeforeIsTransitive() {
    SyncClock other = new SyncClock();
    int before = one.now();
    lock.release(one);
    lock.acquire(two);
    other.release(two);
    other.acquire(three);

    assertThat(three.hasSeen(0, before)).isTrue();
  }

  @Test
  void aSecondReleaseKeepsTheEdgesOfTheFirst() {
    int ofOne = one.now();
    int ofTwo = two.now();
    lock.release(one);
    lock.release(two);
    lock.acquire(three);

    assertThat(three.hasSeen(0, ofOne)).isTrue();
    assertThat(three.hasSeen(1, ofTwo)).isTrue();
    assertThat(two.hasSeen(0, ofOne)).isFalse();
  }

  @Test
  void aStartedThreadHasSeenWhatItsParentDidBeforeButNotAfter() {
    int before = one.now();
    two.inheritFrom(one);
    int after = one.now();

    assertThat(two.hasSeen(0, before)).isTrue();
    assertThat(two.hasSeen(0, after)).isFalse();
    assertThat(one.hasSeen(1, two.now())).isFalse();
  }

  @Test
  void theListenerIsCalledBeforeTheClockChanges() {
    int[] seen = {0};
    int before = one.now();
    one.listen(() -> seen[0] = one.now());
    lock.release(one);

    assertThat(seen[0]).isEqualTo(before);
    assertThat(one.now()).isEqualTo(before + 1);
  }

  @Test
  void joiningKeepsTheLaterTimeOfEachEntry() {
    int[] clock = {1, 5, 0};
    VectorClock.join(clock, new int[] {3, 2, 0});

    assertThat(clock).containsExactly(3, 5, 0);
    assertThat(VectorClock.start(2)).containsExactly(-1, -1);
  }
}
