package dev.safebank.explore.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.site.AccessMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessHistoryTest {

  private static final int SITE = 7;
  private static final int OTHER_SITE = 8;

  private final ThreadClock one = new ThreadClock(0, 2);
  private final ThreadClock two = new ThreadClock(1, 2);
  private final AccessHistory location = new AccessHistory();
  private final List<String> races = new ArrayList<>();

  private void write(ThreadClock thread, AccessMode mode, int site) {
    location.access(thread, true, mode, site, this::found);
    location.release(thread, mode);
  }

  private void read(ThreadClock thread, AccessMode mode, int site) {
    location.access(thread, false, mode, site, this::found);
    if (!mode.races()) {
      location.acquire(thread, mode);
    }
  }

  private void found(int thread, int site, boolean writes) {
    races.add("%s of thread %d at %d".formatted(writes ? "write" : "read", thread, site));
  }

  @Test
  void aPlainReadRacesWithAnUnorderedWrite() {
    write(one, AccessMode.PLAIN, SITE);
    read(two, AccessMode.PLAIN, OTHER_SITE);

    assertThat(races).containsExactly("write of thread 0 at 7");
  }

  @Test
  void aPlainWriteRacesWithAnUnorderedRead() {
    read(one, AccessMode.PLAIN, SITE);
    write(two, AccessMode.PLAIN, OTHER_SITE);

    assertThat(races).containsExactly("read of thread 0 at 7");
  }

  @Test
  void readsDoNotRaceWithEachOther() {
    read(one, AccessMode.PLAIN, SITE);
    read(two, AccessMode.PLAIN, OTHER_SITE);

    assertThat(races).isEmpty();
  }

  @Test
  void aThreadDoesNotRaceWithItself() {
    write(one, AccessMode.PLAIN, SITE);
    write(one, AccessMode.PLAIN, OTHER_SITE);

    assertThat(races).isEmpty();
  }

  @Test
  void accessesThatALockOrdersDoNotRace() {
    SyncClock lock = new SyncClock();
    write(one, AccessMode.PLAIN, SITE);
    lock.release(one);
    lock.acquire(two);
    write(two, AccessMode.PLAIN, OTHER_SITE);

    assertThat(races).isEmpty();
  }

  @Test
  void aLaterAccessAtTheSameSiteCountsAfterTheRelease() {
    SyncClock lock = new SyncClock();
    write(one, AccessMode.PLAIN, SITE);
    lock.release(one);
    write(one, AccessMode.PLAIN, SITE);
    lock.acquire(two);
    read(two, AccessMode.PLAIN, OTHER_SITE);

    assertThat(races).containsExactly("write of thread 0 at 7");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACQUIRE_RELEASE", "VOLATILE"})
  void aSynchronizingWriteHappensBeforeWhatFollowsAReadOfIt(AccessMode mode) {
    int before = one.now();
    write(one, mode, SITE);
    read(two, mode, OTHER_SITE);

    assertThat(races).isEmpty();
    assertThat(two.hasSeen(0, before)).isTrue();
  }

  @Test
  void anOpaqueAccessOrdersNothingAndRaces() {
    int before = one.now();
    write(one, AccessMode.OPAQUE, SITE);
    read(two, AccessMode.OPAQUE, OTHER_SITE);

    assertThat(races).containsExactly("write of thread 0 at 7");
    assertThat(two.hasSeen(0, before)).isFalse();
  }

  @Test
  void aPlainAccessRacesWithAVolatileOne() {
    write(one, AccessMode.VOLATILE, SITE);
    read(two, AccessMode.PLAIN, OTHER_SITE);

    assertThat(races).containsExactly("write of thread 0 at 7");
  }

  @Test
  void aPlainWriteTakesTheEdgeFromAnAcquireReadButNotFromAVolatileOne() {
    int before = one.now();
    location.release(one, AccessMode.VOLATILE);
    location.release(one, AccessMode.PLAIN);
    location.acquire(two, AccessMode.ACQUIRE_RELEASE);
    boolean seenByAcquire = two.hasSeen(0, before);
    location.acquire(two, AccessMode.VOLATILE);

    assertThat(seenByAcquire).isFalse();
    assertThat(two.hasSeen(0, before)).isTrue();
  }
}
