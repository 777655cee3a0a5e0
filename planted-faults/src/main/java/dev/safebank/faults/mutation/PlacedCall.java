package dev.safebank.faults.mutation;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A method call in a source.
 *
 * @param method name of the method in which it is
 * @param tree the call
 * @param statement the statement that is nothing but this call, if it is one
 */
record PlacedCall(
    String method, MethodInvocationTree tree, Optional<ExpressionStatementTree> statement) {

  /** All calls of a source, in its order. */
  static List<PlacedCall> in(BankSource source) {
    return under(source.unit(), "");
  }

  /** All calls in a part of a method. */
  static List<PlacedCall> under(Tree part, String method) {
    List<PlacedCall> found = new ArrayList<>();
    new TreeScanner<Void, String>() {
      private Optional<ExpressionStatementTree> statement = Optional.empty();

      @Override
      public Void visitMethod(MethodTree tree, String outer) {
        return super.visitMethod(tree, tree.getName().toString());
      }

      @Override
      public Void visitExpressionStatement(ExpressionStatementTree tree, String in) {
        statement = Optional.of(tree);
        return super.visitExpressionStatement(tree, in);
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, String in) {
        found.add(
            new PlacedCall(in, call, statement.filter(whole -> whole.getExpression() == call)));
        return super.visitMethodInvocation(call, in);
      }
    }.scan(part, method);
    return found;
  }

  /** The called method's name. */
  String name() {
    return tree.getMethodSelect() instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : ((IdentifierTree) tree.getMethodSelect()).getName().toString();
  }

  /** What it is called on; only for a call that names it. */
  ExpressionTree receiver() {
    return ((MemberSelectTree) tree.getMethodSelect()).getExpression();
  }

  /** A mutation of this call. */
  Mutation mutation(Edit... edits) {
    return new Mutation(method, List.of(edits));
  }
}
