package dev.safebank.faults.mutation;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mutations of single calls. */
final class CallMutations {

  private static final String NON_ATOMIC = "dev.safebank.faults.mutation.NonAtomic";
  private static final Map<String, String> SWAPPED = Map.of("min", "max", "max", "min");
  private static final Map<String, String> OTHER_MODE =
      Map.of("readLock", "writeLock", "writeLock", "readLock");

  private CallMutations() {}

  /**
   * Calls another method instead.
   *
   * @param onSelf whether calls of the bank's own methods are meant, too
   */
  static List<Mutation> exchange(BankSource source, Map<String, String> names, boolean onSelf) {
    return PlacedCall.in(source).stream()
        .filter(call -> names.containsKey(call.name()))
        .filter(call -> onSelf || call.tree().getMethodSelect() instanceof MemberSelectTree)
        .map(call -> call.mutation(renamed(source, call, names.get(call.name()))))
        .toList();
  }

  /** Fields that hold one mode of a lock hold the other. */
  static List<Mutation> exchangeModesOfFields(BankSource source) {
    return exchange(source, OTHER_MODE, false).stream()
        .filter(mutation -> mutation.method().isEmpty())
        .toList();
  }

  /** Calls of these methods that are statements of their own are left out. */
  static List<Mutation> remove(BankSource source, Set<String> names) {
    return PlacedCall.in(source).stream()
        .filter(call -> names.contains(call.name()) && call.statement().isPresent())
        .map(call -> call.mutation(source.remove(call.statement().orElseThrow())))
        .toList();
  }

  /**
   * {@code Math.min} and {@code Math.max} of a transfer's accounts: each alone, and both in a
   * method at once.
   */
  static List<Mutation> exchangeMinAndMax(BankSource source) {
    List<Mutation> found = new ArrayList<>();
    List<PlacedCall> extremes = PlacedCall.in(source).stream()
        .filter(call -> SWAPPED.containsKey(call.name()))
        .filter(call -> source.text(call.tree()).matches(".*\\bfrom\\b.*\\bto\\b.*"))
        .toList();
    for (int i = 0; i < extremes.size(); i++) {
      PlacedCall call = extremes.get(i);
      Edit edit = renamed(source, call, SWAPPED.get(call.name()));
      found.add(call.mutation(edit));
      if (i > 0 && extremes.get(i - 1).method().equals(call.method())) {
        PlacedCall other = extremes.get(i - 1);
        found.add(call.mutation(edit, renamed(source, other, SWAPPED.get(other.name()))));
      }
    }
    return found;
  }

  /** Two acquisitions in a row, of different locks: each of the other's lock. */
  static List<Mutation> exchangeLocks(BankSource source, Set<String> acquisitions) {
    List<Mutation> found = new ArrayList<>();
    List<PlacedCall> calls = PlacedCall.in(source).stream()
        .filter(call -> acquisitions.contains(call.name()))
        .toList();
    for (int i = 1; i < calls.size(); i++) {
      PlacedCall first = calls.get(i - 1);
      PlacedCall second = calls.get(i);
      String one = source.text(first.receiver());
      String other = source.text(second.receiver());
      boolean bothNamed = (one + other).matches("\\w+");
      if (bothNamed && first.method().equals(second.method()) && !one.equals(other)) {
        found.add(second.mutation(
            source.replace(first.receiver(), other), source.replace(second.receiver(), one)));
      }
    }
    return found;
  }

  /** A call of an atomic is replaced by a read and a write. */
  static List<Mutation> split(BankSource source, Set<String> names) {
    List<Mutation> found = new ArrayList<>();
    for (PlacedCall call : PlacedCall.in(source)) {
      if (names.contains(call.name())
          && call.tree().getMethodSelect() instanceof MemberSelectTree) {
        String arguments = String.join(
            ", ", call.tree().getArguments().stream().map(source::text).toList());
        found.add(call.mutation(source.replace(
            call.tree(),
            NON_ATOMIC
                + "."
                + call.name()
                + "("
                + source.text(call.receiver())
                + (arguments.isEmpty() ? "" : ", " + arguments)
                + ")")));
      }
    }
    return found;
  }

  /** A loop round a wait becomes a condition. */
  static List<Mutation> waitOnce(BankSource source, Set<String> waits) {
    List<Mutation> found = new ArrayList<>();
    new TreeScanner<Void, String>() {
      @Override
      public Void visitMethod(MethodTree method, String outer) {
        return super.visitMethod(method, method.getName().toString());
      }

      @Override
      public Void visitWhileLoop(WhileLoopTree loop, String method) {
        boolean waitsInIt = PlacedCall.under(loop.getStatement(), method).stream()
            .anyMatch(call -> waits.contains(call.name()));
        if (waitsInIt) {
          int start = source.start(loop);
          found.add(new Mutation(method, List.of(new Edit(start, start + "while".length(), "if"))));
        }
        return super.visitWhileLoop(loop, method);
      }
    }.scan(source.unit(), null);
    return found;
  }

  /** Semaphores with one permit less, and one more. */
  static List<Mutation> modifyPermits(BankSource source) {
    List<Mutation> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitNewClass(NewClassTree creation, Void nothing) {
        if (source.text(creation.getIdentifier()).equals("Semaphore")) {
          ExpressionTree permits = creation.getArguments().get(0);
          for (String change : List.of(" - 1", " + 1")) {
            found.add(new Mutation(
                "Semaphore", List.of(source.replace(permits, source.text(permits) + change))));
          }
        }
        return super.visitNewClass(creation, null);
      }
    }.scan(source.unit(), null);
    return found;
  }

  private static Edit renamed(BankSource source, PlacedCall call, String name) {
    int end = source.end(call.tree().getMethodSelect());
    return new Edit(end - call.name().length(), end, name);
  }
}
