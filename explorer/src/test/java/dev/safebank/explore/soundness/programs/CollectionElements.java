package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.J_Result;

/** What an iterator hands out is an element, not its collection. */
@SuppressWarnings({
  "all",
  "deprecation",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class CollectionElements {

  private CollectionElements() {}

  static class Account {
    long balance;
  }

  @State
  @Expect(
      value = {"0", "10"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: the reader takes no lock")
  public static class ForgottenLock {
    final Account x = new Account();
    final List<Account> accounts = List.of(x);

    @Actor
    public void deposit() {
      synchronized (x) {
        x.balance += 10;
      }
    }

    @Actor
    public void look(J_Result r) {
      for (Account a : accounts) {
        r.r1 += a.balance;
      }
    }
  }

  @State
  @Expect(
      value = {"0", "10"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: as ForgottenLock, in the other order of methods")
  public static class ForgottenLockSwapped {
    final Account x = new Account();
    final List<Account> accounts = List.of(x);

    @Actor
    public void look(J_Result r) {
      for (Account a : accounts) {
        r.r1 += a.balance;
      }
    }

    @Actor
    public void deposit() {
      synchronized (x) {
        x.balance += 10;
      }
    }
  }

  @State
  @Expect(
      value = {"0", "10", "20"},
      mustProve = true,
      because = "JLS 17.1: each account has a monitor of its own")
  public static class DepositEach {
    final Account x = new Account();
    final Account y = new Account();
    final List<Account> accounts = List.of(x, y);

    @Actor
    public void deposit() {
      synchronized (x) {
        x.balance += 10;
      }
      synchronized (y) {
        y.balance += 10;
      }
    }

    @Actor
    public void look(J_Result r) {
      long s = 0;
      for (Account a : accounts) {
        synchronized (a) {
          s += a.balance;
        }
      }
      r.r1 = s;
    }
  }

  @State
  @Expect(
      value = {"2", "DEADLOCK"},
      mustProve = true,
      because = "Lock.lock: two locks, taken in opposite orders")
  public static class LocksInList {
    final Lock a = new ReentrantLock();
    final Lock b = new ReentrantLock();
    final List<Lock> there = List.of(a, b);
    final List<Lock> back = List.of(b, a);
    final AtomicInteger done = new AtomicInteger();

    void all(List<Lock> locks) {
      for (Lock l : locks) {
        l.lock();
      }
      done.incrementAndGet();
      for (Lock l : locks) {
        l.unlock();
      }
    }

    @Actor
    public void one() {
      all(there);
    }

    @Actor
    public void two() {
      all(back);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = done.get();
    }
  }

  @State
  @Expect(
      value = {"2", "DEADLOCK"},
      mustProve = true,
      because = "JLS 17.1: two monitors, taken in opposite orders")
  public static class AccountsNested {
    final Account x = new Account();
    final Account y = new Account();
    final List<Account> there = List.of(x, y);
    final List<Account> back = List.of(y, x);
    final AtomicInteger done = new AtomicInteger();

    void all(List<Account> l) {
      Iterator<Account> i = l.iterator();
      synchronized (i.next()) {
        synchronized (i.next()) {
          done.incrementAndGet();
        }
      }
    }

    @Actor
    public void one() {
      all(there);
    }

    @Actor
    public void two() {
      all(back);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = done.get();
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "Lock.lock: both take the locks in one order")
  public static class LocksInOneList {
    final List<Lock> locks = List.of(new ReentrantLock(), new ReentrantLock());
    int done;

    void all() {
      for (Lock l : locks) {
        l.lock();
      }
      done++;
      for (Lock l : locks) {
        l.unlock();
      }
    }

    @Actor
    public void one() {
      all();
    }

    @Actor
    public void two() {
      all();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = done;
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "Lock.unlock: the lock is the same, by whatever way it is reached")
  public static class LocksInListAndByName {
    final Lock a = new ReentrantLock();
    final Lock b = new ReentrantLock();
    final List<Lock> locks = List.of(a, b);
    int done;

    void all() {
      for (Lock l : locks) {
        l.lock();
      }
      done++;
      b.unlock();
      a.unlock();
    }

    @Actor
    public void one() {
      all();
    }

    @Actor
    public void two() {
      all();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = done;
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "java.util.concurrent.atomic: accesses to atomics do not race")
  public static class AtomicsInList {
    final List<AtomicInteger> l = List.of(new AtomicInteger(), new AtomicInteger());

    @Actor
    public void one() {
      for (AtomicInteger a : l) {
        a.incrementAndGet();
      }
    }

    @Actor
    public void two() {
      l.get(0).get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.get(0).get() + l.get(1).get();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "JLS 17.4.5: all accesses to the list are under its lock")
  public static class ForEachUnderLock {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      synchronized (l) {
        l.add(1);
      }
    }

    @Actor
    public void two(I_Result r) {
      synchronized (l) {
        for (int i : l) {
          r.r1 += i;
        }
      }
    }
  }

  @State
  @Expect(
      value = "200",
      mustProve = true,
      because = "JLS 17.1: transfer and sum exclude each other")
  public static class BankForEach {
    final List<Account> accounts = new ArrayList<>();

    public BankForEach() {
      for (int i = 0; i < 2; i++) {
        Account a = new Account();
        a.balance = 100;
        accounts.add(a);
      }
    }

    @Actor
    public void transfer() {
      synchronized (this) {
        accounts.get(0).balance -= 50;
        accounts.get(1).balance += 50;
      }
    }

    @Actor
    public void validate(J_Result r) {
      synchronized (this) {
        for (Account a : accounts) {
          r.r1 += a.balance;
        }
      }
    }
  }

  @State
  @Expect(
      value = {"150", "200", "250"},
      mustProve = true,
      because =
          "JLS 17.1: each account by itself is consistent, the sum is not: read before or between or after; 250 if the first is read before both and the second after both")
  public static class AccountsInList {
    final List<Account> accounts = List.of(new Account(), new Account());

    public AccountsInList() {
      for (Account a : accounts) {
        a.balance = 100;
      }
    }

    @Actor
    public void transfer() {
      synchronized (accounts.get(0)) {
        accounts.get(0).balance -= 50;
      }
      synchronized (accounts.get(1)) {
        accounts.get(1).balance += 50;
      }
    }

    @Actor
    public void validate(J_Result r) {
      for (Account a : accounts) {
        synchronized (a) {
          r.r1 += a.balance;
        }
      }
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "Iterator.next: the element itself, whose monitor it is")
  public static class ElementsOfTwoLists {
    final Account x = new Account();
    final List<Account> some = List.of(x);
    final List<Account> others = new ArrayList<>(List.of(x));

    @Actor
    public void one() {
      for (Account a : some) {
        synchronized (a) {
          a.balance++;
        }
      }
    }

    @Actor
    public void two() {
      for (Account a : others) {
        synchronized (a) {
          a.balance++;
        }
      }
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = x.balance;
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "Map.values: the values themselves")
  public static class ValuesOfMap {
    final Map<String, Account> m = Map.of("x", new Account());

    @Actor
    public void one() {
      for (Account a : m.values()) {
        synchronized (a) {
          a.balance++;
        }
      }
    }

    @Actor
    public void two() {
      Account a = m.get("x");
      synchronized (a) {
        a.balance++;
      }
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = m.get("x").balance;
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "Map.Entry.getValue: the value itself")
  public static class ValueOfEntry {
    final Map<String, Account> m = new HashMap<>(Map.of("x", new Account()));

    @Actor
    public void one() {
      for (Map.Entry<String, Account> e : m.entrySet()) {
        synchronized (e.getValue()) {
          e.getValue().balance++;
        }
      }
    }

    @Actor
    public void two() {
      Account a = m.get("x");
      synchronized (a) {
        a.balance++;
      }
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = m.get("x").balance;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "Map.Entry.setValue: writes through to the map")
  public static class EntryWritesThrough {
    final Map<String, Integer> m = new HashMap<>(Map.of("x", 0));

    @Actor
    public void one() {
      for (Map.Entry<String, Integer> e : m.entrySet()) {
        e.setValue(1);
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.get("x");
    }
  }

  @State
  @Expect(
      value = {"2", "DEADLOCK"},
      mustProve = true,
      because = "JLS 17.1: monitors of keys, in opposite orders")
  public static class KeysNested {
    final Account x = new Account();
    final Account y = new Account();
    final Map<Account, Integer> xs = Map.of(x, 1);
    final Map<Account, Integer> ys = Map.of(y, 1);
    int done;

    void both(Map<Account, Integer> outer, Map<Account, Integer> inner) {
      for (Account a : outer.keySet()) {
        synchronized (a) {
          for (Account b : inner.keySet()) {
            synchronized (b) {
              done++;
            }
          }
        }
      }
    }

    @Actor
    public void one() {
      both(xs, ys);
    }

    @Actor
    public void two() {
      both(ys, xs);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = done;
    }
  }

  @State
  @Expect(
      value = {"1, 0", "0, 1", "1, 1"},
      mustProve = true,
      because = "Lock.tryLock: each lock by itself")
  public static class TryAllInList {
    final List<Lock> locks = List.of(new ReentrantLock(), new ReentrantLock());

    int all() {
      int had = 0;
      for (Lock l : locks) {
        if (!l.tryLock()) {
          break;
        }
        had++;
      }
      for (int i = 0; i < had; i++) {
        locks.get(i).unlock();
      }
      return had == 2 ? 1 : 0;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = all();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = all();
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "1, 1"},
      mayAlso = "0, 1",
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: elements are objects of their own, read without order")
  public static class TwoRacyElements {
    final Account x = new Account();
    final Account y = new Account();
    final List<Account> l = List.of(y, x);

    @Actor
    public void one() {
      x.balance = 1;
      y.balance = 1;
    }

    @Actor
    public void two(JJ_Result r) {
      Iterator<Account> i = l.iterator();
      r.r2 = i.next().balance;
      r.r1 = i.next().balance;
    }
  }

  @State
  @Expect(
      value = "1, 1",
      mustProve = true,
      because = "Iterator.next: two elements, two monitors, two locations")
  public static class OwnElements {
    final List<Account> l = List.of(new Account(), new Account());

    long own(int which) {
      int i = 0;
      for (Account a : l) {
        if (i++ == which) {
          a.balance++;
          return a.balance;
        }
      }
      return 0;
    }

    @Actor
    public void one(JJ_Result r) {
      r.r1 = own(0);
    }

    @Actor
    public void two(JJ_Result r) {
      r.r2 = own(1);
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "ArrayDeque, PriorityQueue: what they hand out is the element")
  public static class ElementsOfQueues {
    final Account x = new Account();
    final Deque<Account> d = new ArrayDeque<>(List.of(x));
    final Set<Account> s = new HashSet<>(List.of(x));

    @Actor
    public void one() {
      for (Account a : s) {
        synchronized (a) {
          a.balance++;
        }
      }
    }

    @Actor
    public void two() {
      Account a = d.peek();
      synchronized (a) {
        a.balance++;
      }
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = x.balance;
    }
  }

  @State
  @Expect(
      value = {"0", "3", "6"},
      mustProve = true,
      because = "JLS 17.4.5: an index loop over a shared list, under its lock")
  public static class IndexLoop {
    final List<Integer> l = new ArrayList<>(List.of(0, 0, 0));

    @Actor
    public void one() {
      synchronized (l) {
        l.set(0, 1);
        l.set(1, 1);
        l.set(2, 1);
      }
      synchronized (l) {
        for (int i = 0; i < 3; i++) {
          l.set(i, 2);
        }
      }
    }

    @Actor
    public void two(I_Result r) {
      synchronized (l) {
        for (int i = 0; i < l.size(); i++) {
          r.r1 += l.get(i);
        }
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      mustProve = true,
      because = "JLS 17.4.3: a bounded loop that reads the same location each time is no spin")
  public static class BoundedRetries {
    volatile boolean flag;

    @Actor
    public void one() {
      flag = true;
    }

    @Actor
    public void two(I_Result r) {
      for (int i = 0; i < 2; i++) {
        if (flag) {
          return;
        }
        r.r1++;
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2", "3"},
      mustProve = true,
      because = "JLS 17.4.3: a sum over a shared volatile, three times")
  public static class BoundedReads {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      for (int i = 0; i < 3; i++) {
        r.r1 += n;
      }
    }
  }

  @State
  @Expect(
      value = "200",
      mustProve = true,
      because = "JLS 17.1: all monitors are held, in one order, by recursion over an iterator")
  public static class AllLocked {
    final List<Account> l = List.of(new Account(), new Account());

    public AllLocked() {
      for (Account a : l) {
        a.balance = 100;
      }
    }

    long sum(Iterator<Account> i) {
      if (!i.hasNext()) {
        long s = 0;
        for (Account a : l) {
          s += a.balance;
        }
        return s;
      }
      synchronized (i.next()) {
        return sum(i);
      }
    }

    @Actor
    public void transfer() {
      synchronized (l.get(0)) {
        synchronized (l.get(1)) {
          l.get(0).balance -= 50;
          l.get(1).balance += 50;
        }
      }
    }

    @Actor
    public void validate(J_Result r) {
      r.r1 = sum(l.iterator());
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because =
          "Iterator.next: what is handed out by an iterator, kept and used later, is still the element")
  public static class ElementKept {
    final List<AtomicInteger> l = new ArrayList<>(List.of(new AtomicInteger()));
    AtomicInteger kept;

    @Actor
    public void one() {
      synchronized (l) {
        kept = l.iterator().next();
        kept.set(1);
      }
    }

    @Actor
    public void two() {
      synchronized (l) {
        l.get(0).set(1);
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = kept.get();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: a list of lists: the inner list is not the outer one, and has no lock")
  public static class ListOfLists {
    final List<List<Integer>> outer = List.of(new ArrayList<>(List.of(1)));

    @Actor
    public void one() {
      for (List<Integer> inner : outer) {
        inner.set(0, 2);
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = outer.get(0).get(0);
    }
  }
}
