package dev.safebank.report.page.tour;

import dev.safebank.model.Promise;
import dev.safebank.model.variants.AccountLocksBank;
import dev.safebank.model.variants.GlobalLockBank;
import dev.safebank.model.variants.LeakyGlobalLockBank;
import dev.safebank.model.variants.MissedLockBank;
import dev.safebank.model.variants.MixedOrderBank;
import dev.safebank.model.variants.NonReentrantLockBank;
import dev.safebank.model.variants.OrderedLocksBank;
import dev.safebank.model.variants.UnsafeBank;
import java.util.List;

/**
 * A chapter of the tour. It contains no results: those come from the run.
 *
 * @param title its title
 * @param text what it tells
 * @param question what the next chapter answers, and after the last one the price
 * @param exhibits the variants that it shows
 */
record Chapter(String title, String text, String question, List<Exhibit> exhibits) {

  /** The chapters in their order: to change the tour, change this. */
  static final List<Chapter> STORY = List.of(
      new Chapter(
          "No lock",
          "A transfer is a withdrawal and then a deposit, and each of the two reads a balance, adds, and"
              + " writes it. Nothing keeps another thread from running in between: a validator then"
              + " misses the money that is being moved, and of two transfers that have read the same"
              + " balance one overwrites the other.",
          "If calls excluded each other, no two of them could mix. Is one lock around each call all that"
              + " it takes?",
          Exhibit.broken(UnsafeBank.class, Promise.CONSISTENT_TOTAL, Promise.CONSERVES_MONEY)),
      new Chapter(
          "One lock",
          "One lock around each call makes the call a single step for all others. Two details decide"
              + " whether that is all: a thread that holds the lock may need it again, in a call from"
              + " within the bank; and a call may fail, with the lock still held.",
          "A validator reads and changes nothing. Does it need the lock?",
          Exhibit.right(GlobalLockBank.class),
          Exhibit.broken(NonReentrantLockBank.class, Promise.NESTS),
          Exhibit.broken(LeakyGlobalLockBank.class, Promise.RELEASES_LOCKS)),
      new Chapter(
          "The forgotten lock",
          "It does. A lock excludes only those who take it: these transfers exclude each other, and the"
              + " validator reads while a transfer is midway.",
          "With one lock, transfers between unrelated accounts wait for each other. What if each account"
              + " had a lock of its own?",
          Exhibit.broken(MissedLockBank.class, Promise.CONSISTENT_TOTAL)),
      new Chapter(
          "A lock per account",
          "Then a transfer needs two locks, and takes one after the other. Two opposite transfers can"
              + " each hold the lock that the other one waits for: play the steps to see the cycle"
              + " close.",
          "A cycle needs two threads that take the same locks in different orders. Is it enough that all"
              + " transfers agree on one order?",
          Exhibit.broken(AccountLocksBank.class, Promise.NEVER_DEADLOCKS)),
      new Chapter(
          "One order",
          "No: everyone who takes several of the locks must agree. The published fix sorts the locks of"
              + " a transfer in one way, and its validator takes them in another. With one order for all"
              + " calls, no cycle can close.",
          "Which of them is worth what it costs?",
          Exhibit.broken(MixedOrderBank.class, Promise.NEVER_DEADLOCKS),
          Exhibit.right(OrderedLocksBank.class)));

  Chapter {
    exhibits = List.copyOf(exhibits);
  }

  Chapter(String title, String text, String question, Exhibit... exhibits) {
    this(title, text, question, List.of(exhibits));
  }

  /** The names of all variants of the tour, in their order. */
  static List<String> variants() {
    return STORY.stream()
        .flatMap(chapter -> chapter.exhibits.stream())
        .map(Exhibit::name)
        .distinct()
        .toList();
  }
}
