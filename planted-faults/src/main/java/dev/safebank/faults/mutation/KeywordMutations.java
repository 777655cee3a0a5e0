package dev.safebank.faults.mutation;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Mutations of {@code synchronized} and {@code volatile}. */
final class KeywordMutations {

  private KeywordMutations() {}

  /** Methods that are no longer synchronized. */
  static List<Mutation> removeSynchronizedMethod(BankSource source) {
    List<Mutation> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
          found.add(new Mutation(
              method.getName().toString(),
              List.of(without(source, method.getModifiers(), "synchronized"))));
        }
        return super.visitMethod(method, null);
      }
    }.scan(source.unit(), null);
    return found;
  }

  /** Blocks that are no longer synchronized, or that are on an object of their own. */
  static List<Mutation> changeSynchronizedBlock(BankSource source, boolean remove) {
    List<Mutation> found = new ArrayList<>();
    new TreeScanner<Void, String>() {
      @Override
      public Void visitMethod(MethodTree method, String outer) {
        return super.visitMethod(method, method.getName().toString());
      }

      @Override
      public Void visitSynchronized(SynchronizedTree block, String method) {
        Edit edit = remove
            ? source.replace(block, source.text(block.getBlock()))
            : source.replace(block.getExpression(), "(new Object())");
        found.add(new Mutation(method, List.of(edit)));
        return super.visitSynchronized(block, method);
      }
    }.scan(source.unit(), null);
    return found;
  }

  /** Fields that are no longer volatile. */
  static List<Mutation> removeVolatile(BankSource source) {
    List<Mutation> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree field, Void nothing) {
        Set<Modifier> flags = field.getModifiers().getFlags();
        if (flags.contains(Modifier.VOLATILE)) {
          found.add(new Mutation(
              field.getName().toString(),
              List.of(without(source, field.getModifiers(), "volatile"))));
        }
        return super.visitVariable(field, null);
      }
    }.scan(source.unit(), null);
    return found;
  }

  private static Edit without(BankSource source, ModifiersTree modifiers, String keyword) {
    return source.replace(
        modifiers, source.text(modifiers).replaceFirst(" ?\\b" + keyword + "\\b", ""));
  }
}
