package dev.safebank.faults.mutation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mutation operators: ways in which programmers get locking wrong.
 *
 * <p>Most are those of ConMAn, with its code (J. Bradbury, J. Cordy, J. Dingel: Mutation Operators
 * for Concurrent Java (J2SE 5.0), Mutation 2006).
 */
public enum MutationOperator {
  REMOVE_CRITICAL_SECTION("", "neither acquires nor releases", sections(SectionMutations::remove)),
  REMOVE_ACQUISITION(
      "RCXC", "releases without acquiring", sections(SectionMutations::removeAcquisition)),
  REMOVE_RELEASE("RCXC", "acquires, never releases", sections(SectionMutations::removeRelease)),
  REMOVE_FINALLY(
      "RFU", "releases only if nothing is thrown", sections(SectionMutations::removeFinally)),
  SHRINK_AT_THE_START(
      "SKCR", "begins its critical section late", sections(SectionMutations::shrinkAtTheStart)),
  SHRINK_AT_THE_END(
      "SKCR", "ends its critical section early", sections(SectionMutations::shrinkAtTheEnd)),
  EXPAND("EXCR", "begins its critical section early", sections(SectionMutations::expand)),
  SHIFT("SHCR", "begins and ends its critical section early", sections(SectionMutations::shift)),
  SPLIT("SPCR", "leaves its critical section in the middle", sections(SectionMutations::split)),
  ACQUIRE_UNINTERRUPTIBLY(
      "ELPA",
      "ignores interrupts while it waits",
      source -> CallMutations.exchange(source, Names.UNINTERRUPTIBLY, false)),
  TRY_TO_ACQUIRE(
      "ELPA",
      "does not wait for what it acquires",
      source -> CallMutations.exchange(source, Names.WITHOUT_WAITING, false)),
  EXCHANGE_LOCKS(
      "EELO",
      "acquires two locks, each in the other's place",
      source -> CallMutations.exchangeLocks(source, Names.ACQUISITIONS)),
  EXCHANGE_MODES(
      "RXO",
      "acquires for reading what it writes, or for writing what it reads",
      source -> Stream.concat(
              SectionMutations.of(source, SectionMutations::exchangeModes).stream(),
              CallMutations.exchangeModesOfFields(source).stream())
          .toList()),
  REORDER_ACQUISITIONS("", "acquires in another order", CallMutations::exchangeMinAndMax),
  REMOVE_SYNCHRONIZED_METHOD(
      "RSK", "is not synchronized", KeywordMutations::removeSynchronizedMethod),
  REMOVE_SYNCHRONIZED_BLOCK(
      "RSB",
      "is not synchronized",
      source -> KeywordMutations.changeSynchronizedBlock(source, true)),
  MODIFY_MONITOR(
      "MSP",
      "is synchronized on an object of its own",
      source -> KeywordMutations.changeSynchronizedBlock(source, false)),
  REMOVE_VOLATILE("RVK", "a field is not volatile", KeywordMutations::removeVolatile),
  ATOMIC_TO_PLAIN(
      "EAN",
      "reads and writes instead of one atomic step",
      source -> CallMutations.split(source, Names.ATOMIC)),
  NOTIFY_ONE(
      "RNA",
      "wakes one instead of all",
      source -> CallMutations.exchange(source, Names.ONE_INSTEAD_OF_ALL, true)),
  REMOVE_NOTIFICATION(
      "RCXC", "wakes nobody", source -> CallMutations.remove(source, Names.NOTIFICATIONS)),
  WAIT_ONCE(
      "",
      "does not look again after a wait",
      source -> CallMutations.waitOnce(source, Names.WAITS)),
  MODIFY_PERMITS("MXC", "has a permit too few or too many", CallMutations::modifyPermits),
  REMOVE_YIELD(
      "RTXC", "spins without a yield", source -> CallMutations.remove(source, Names.YIELDS));

  private final String code;
  private final String fault;

  @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
  private final Function<BankSource, List<Mutation>> mutations;

  MutationOperator(String code, String fault, Function<BankSource, List<Mutation>> mutations) {
    this.code = code;
    this.fault = fault;
    this.mutations = mutations;
  }

  /** The name of the methods that operators look for. */
  private static final class Names {

    static final Map<String, String> UNINTERRUPTIBLY = Map.of(
        "lockInterruptibly", "lock",
        "acquire", "acquireUninterruptibly",
        "await", "awaitUninterruptibly",
        "writeLockInterruptibly", "writeLock",
        "readLockInterruptibly", "readLock");
    static final Map<String, String> WITHOUT_WAITING = Map.of(
        "lockInterruptibly", "tryLock",
        "acquire", "tryAcquire",
        "writeLockInterruptibly", "tryWriteLock",
        "readLockInterruptibly", "tryReadLock");
    static final Map<String, String> ONE_INSTEAD_OF_ALL =
        Map.of("notifyAll", "notify", "signalAll", "signal");
    static final Set<String> ACQUISITIONS = Set.of("lockInterruptibly", "acquire");
    static final Set<String> NOTIFICATIONS = Set.of("notify", "notifyAll", "signal", "signalAll");
    static final Set<String> WAITS = Set.of("wait", "await", "park");
    static final Set<String> YIELDS = Set.of("yield", "onSpinWait");
    static final Set<String> ATOMIC =
        Set.of("compareAndSet", "getAndSet", "getAndIncrement", "incrementAndGet");
  }

  private static Function<BankSource, List<Mutation>> sections(
      BiFunction<BankSource, CriticalSection, Optional<List<Edit>>> mutate) {
    return source -> SectionMutations.of(source, mutate);
  }

  /** The code that ConMAn gives it; empty if it is none of its operators. */
  public String code() {
    return code;
  }

  /** What a mutated method does wrong, in a few words. */
  public String fault() {
    return fault;
  }

  /** Its name as part of the name of a class. */
  String inClassName() {
    return Stream.of(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** Every place where it applies. */
  List<Mutation> mutations(BankSource source) {
    return mutations.apply(source);
  }
}
