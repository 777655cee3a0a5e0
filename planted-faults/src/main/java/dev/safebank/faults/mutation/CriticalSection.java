package dev.safebank.faults.mutation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A critical section in a source: a statement that acquires, directly followed by a {@code try}
 * whose {@code finally} releases.
 *
 * @param method in which it is
 * @param before the statement before it, if there is one in the same block
 * @param acquisition acquires
 * @param guarded the {@code try}
 */
record CriticalSection(
    MethodTree method, Optional<StatementTree> before, StatementTree acquisition, TryTree guarded) {

  /** The critical sections of a source, in its order. */
  static List<CriticalSection> in(BankSource source) {
    List<CriticalSection> found = new ArrayList<>();
    new TreeScanner<Void, MethodTree>() {
      @Override
      public Void visitMethod(MethodTree method, MethodTree outer) {
        return super.visitMethod(method, method);
      }

      @Override
      public Void visitBlock(BlockTree block, MethodTree method) {
        List<? extends StatementTree> statements = block.getStatements();
        for (int i = 0; i + 1 < statements.size(); i++) {
          if (acquires(statements.get(i)) && isGuarded(statements.get(i + 1))) {
            found.add(new CriticalSection(
                method,
                i == 0 ? Optional.empty() : Optional.of(statements.get(i - 1)),
                statements.get(i),
                (TryTree) statements.get(i + 1)));
          }
        }
        return super.visitBlock(block, method);
      }
    }.scan(source.unit(), null);
    return found;
  }

  private static boolean acquires(StatementTree statement) {
    return statement instanceof ExpressionStatementTree
        || (statement instanceof VariableTree variable
            && variable.getName().contentEquals("stamp"));
  }

  private static boolean isGuarded(StatementTree statement) {
    return statement instanceof TryTree tried
        && tried.getCatches().isEmpty()
        && tried.getFinallyBlock() != null;
  }

  /** Whether the acquisition declares no variable that the release needs. */
  boolean acquiresByCall() {
    return acquisition instanceof ExpressionStatementTree;
  }

  List<? extends StatementTree> body() {
    return guarded.getBlock().getStatements();
  }

  List<? extends StatementTree> release() {
    return guarded.getFinallyBlock().getStatements();
  }

  /** The expression that its last statement returns, if that is a {@code return}. */
  Optional<ReturnTree> result() {
    return body().get(body().size() - 1) instanceof ReturnTree result
        ? Optional.of(result)
        : Optional.empty();
  }
}
