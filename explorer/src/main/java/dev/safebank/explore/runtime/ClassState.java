package dev.safebank.explore.runtime;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.program.ProgramClass;
import dev.safebank.explore.race.SyncClock;
import dev.safebank.explore.result.ResourceKind;
import java.util.List;
import java.util.Optional;

/**
 * How far the initialisation of a class has come in one execution, and who knows that it is over.
 */
final class ClassState implements Resource {

  /** What the error says, before the name, that a class gives whose initialisation has failed. */
  static final String BROKEN = "Could not initialize class ";

  /** The states of JLS 12.4.2. */
  enum Phase {
    NOT_INITIALIZED,
    IN_PROGRESS,
    INITIALIZED,
    ERRONEOUS
  }

  /** All threads' bits. */
  private static final long EVERYBODY = -1L;

  final ProgramClass type;
  final Location location;

  /** What happens before a thread's noticing that the class is initialised, or is erroneous. */
  final SyncClock over = new SyncClock();

  private Phase phase = Phase.NOT_INITIALIZED;
  private Optional<Holder> initializer = Optional.empty();
  private Optional<Throwable> cause = Optional.empty();
  private long known;

  ClassState(ProgramClass type) {
    this.type = type;
    this.location = new Location(new ObjectState(type.type()), "");
  }

  private static long bit(int thread) {
    return 1L << (thread + 1);
  }

  /** Whether the thread may use the class: it initialises it, or knows that it is initialised. */
  boolean isUsableBy(int thread) {
    return phase != Phase.ERRONEOUS && isKnownTo(thread);
  }

  /** Whether the thread knows all about the class that there will be to know. */
  boolean isKnownTo(int thread) {
    return (known & bit(thread)) != 0;
  }

  void isNoticedBy(int thread) {
    known |= bit(thread);
  }

  void isNoticedByEverybody() {
    known = EVERYBODY;
  }

  void begin(int thread, int site) {
    phase = Phase.IN_PROGRESS;
    initializer = Optional.of(new Holder(thread, site));
    isNoticedBy(thread);
  }

  void end(Optional<Throwable> failure) {
    phase = failure.isEmpty() ? Phase.INITIALIZED : Phase.ERRONEOUS;
    initializer = Optional.empty();
    cause = failure;
  }

  Phase phase() {
    return phase;
  }

  boolean isInProgress() {
    return phase == Phase.IN_PROGRESS;
  }

  /** What a thread gets that uses the class after its initialisation has failed. */
  NoClassDefFoundError failure() {
    NoClassDefFoundError error = new NoClassDefFoundError(BROKEN + type.type().getName());
    cause.ifPresent(error::initCause);
    return error;
  }

  @Override
  public Optional<Holder> owner() {
    return initializer;
  }

  @Override
  public List<Holder> holders() {
    return initializer.stream().toList();
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.CLASS_INITIALIZATION;
  }
}
