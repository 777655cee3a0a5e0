package dev.safebank.faults.mutation;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Mutations of critical sections by explicit locks and the like. */
final class SectionMutations {

  /** A call that acquires in one of two modes. */
  private static final Pattern MODE = Pattern.compile("(read|write)Lock(\\(\\)|Interruptibly)");

  private SectionMutations() {}

  /** The mutations of all sections of a source by one way of mutating. */
  static List<Mutation> of(
      BankSource source, BiFunction<BankSource, CriticalSection, Optional<List<Edit>>> mutate) {
    return CriticalSection.in(source).stream()
        .flatMap(section -> mutate
            .apply(source, section)
            .map(edits -> new Mutation(section.method().getName().toString(), edits))
            .stream())
        .toList();
  }

  /** Neither acquires nor releases. */
  static Optional<List<Edit>> remove(BankSource source, CriticalSection section) {
    return Optional.of(List.of(
        source.remove(section.acquisition()),
        source.replace(section.guarded(), source.text(section.body()))));
  }

  /** Releases what it did not acquire. */
  static Optional<List<Edit>> removeAcquisition(BankSource source, CriticalSection section) {
    return section.acquiresByCall()
        ? Optional.of(List.of(source.remove(section.acquisition())))
        : Optional.empty();
  }

  /** Never releases. */
  static Optional<List<Edit>> removeRelease(BankSource source, CriticalSection section) {
    return Optional.of(
        List.of(source.replace(section.guarded(), source.text(section.guarded().getBlock()))));
  }

  /** Releases only if nothing is thrown. */
  static Optional<List<Edit>> removeFinally(BankSource source, CriticalSection section) {
    return section
        .result()
        .map(result -> List.of(source.replace(
            section.guarded(),
            source.text(withoutLast(section))
                + "\n"
                + source.text(section.method().getReturnType())
                + " result = "
                + source.text(result.getExpression())
                + ";\n"
                + source.text(section.release())
                + "\nreturn result;")));
  }

  /** Leaves the first statement outside. */
  static Optional<List<Edit>> shrinkAtTheStart(BankSource source, CriticalSection section) {
    return several(section)
        .map(body -> List.of(
            source.replace(
                section.acquisition(),
                source.text(body.get(0)) + "\n" + source.text(section.acquisition())),
            source.remove(body.get(0))));
  }

  /** Leaves the last statement outside. */
  static Optional<List<Edit>> shrinkAtTheEnd(BankSource source, CriticalSection section) {
    return several(section)
        .filter(body -> body.size() == 2)
        .map(body -> List.of(source.replace(
            section.guarded(),
            "try {\n"
                + source.text(body.get(0))
                + "\n} finally "
                + source.text(section.guarded().getFinallyBlock())
                + "\n"
                + source.text(body.get(1)))));
  }

  /** Begins one statement earlier. */
  static Optional<List<Edit>> expand(BankSource source, CriticalSection section) {
    return movable(section)
        .map(before -> List.of(
            source.remove(before),
            source.replace(
                section.body().get(0),
                source.text(before) + "\n" + source.text(section.body().get(0)))));
  }

  /** Begins and ends one statement earlier. */
  static Optional<List<Edit>> shift(BankSource source, CriticalSection section) {
    return movable(section)
        .flatMap(before -> several(section)
            .filter(body -> body.size() == 2)
            .map(body -> List.of(
                source.remove(before),
                source.replace(
                    section.guarded(),
                    "try {\n"
                        + source.text(before)
                        + "\n"
                        + source.text(body.get(0))
                        + "\n} finally "
                        + source.text(section.guarded().getFinallyBlock())
                        + "\n"
                        + source.text(body.get(1))))));
  }

  /** Releases and acquires again in the middle. */
  static Optional<List<Edit>> split(BankSource source, CriticalSection section) {
    return several(section).map(body -> {
      String again = section.acquiresByCall()
          ? source.text(section.acquisition())
          : source.text(section.acquisition()).replaceFirst("^long ", "");
      return List.of(source.replace(
          body.get(1),
          source.text(section.release()) + "\n" + again + "\n" + source.text(body.get(1))));
    });
  }

  /** Acquires and releases for reading instead of writing, or the other way round. */
  static Optional<List<Edit>> exchangeModes(BankSource source, CriticalSection section) {
    String acquisition = source.text(section.acquisition());
    return MODE.matcher(acquisition).find()
        ? Optional.of(List.of(
            source.replace(section.acquisition(), inTheOtherMode(acquisition)),
            source.replace(
                section.guarded().getFinallyBlock(),
                inTheOtherMode(source.text(section.guarded().getFinallyBlock())))))
        : Optional.empty();
  }

  private static String inTheOtherMode(String code) {
    return code.contains("read") || code.contains("Read")
        ? code.replace("read", "write").replace("Read", "Write")
        : code.replace("write", "read").replace("Write", "Read");
  }

  private static List<? extends StatementTree> withoutLast(CriticalSection section) {
    return section.body().subList(0, section.body().size() - 1);
  }

  /** The statements, if there are several and the first is a call. */
  private static Optional<List<? extends StatementTree>> several(CriticalSection section) {
    return section.body().size() > 1
            && section.body().get(0) instanceof ExpressionStatementTree
            && section.body().get(1) instanceof ReturnTree
        ? Optional.of(section.body())
        : Optional.empty();
  }

  private static Optional<StatementTree> movable(CriticalSection section) {
    return section.before().filter(ExpressionStatementTree.class::isInstance);
  }
}
