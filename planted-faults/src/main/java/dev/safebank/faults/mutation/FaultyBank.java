package dev.safebank.faults.mutation;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A bank with one planted fault: a copy of a right bank, changed in one place.
 *
 * @param name simple name of its class, in the package {@value #PACKAGE}
 * @param original the right bank
 * @param fault what it does wrong, in a few words
 * @param code of the mutation operator, empty if there is none
 * @param method name of the method or field that was changed
 * @param change the lines that differ, those of the original after {@code -}, those of this bank
 *     after {@code +}
 * @param source of its class
 */
public record FaultyBank(
    String name,
    Class<?> original,
    String fault,
    String code,
    String method,
    List<String> change,
    String source) {

  /** The package of all faulty banks. */
  public static final String PACKAGE = "dev.safebank.faults.bank";

  /** A faulty bank. */
  public FaultyBank {
    change = List.copyOf(change);
  }

  /** The banks that all operators make of a right one, in the order of the operators. */
  public static List<FaultyBank> mutantsOf(Class<?> original) {
    BankSource source = BankSource.of(original);
    return Stream.of(MutationOperator.values())
        .flatMap(operator -> mutants(source, operator).stream())
        .toList();
  }

  /**
   * A right bank as it is.
   *
   * @param idea in a few words
   */
  public static FaultyBank unchanged(Class<?> bank, String idea) {
    return new FaultyBank(
        bank.getSimpleName(), bank, idea, "", "", List.of(), BankSource.of(bank).text());
  }

  private static List<FaultyBank> mutants(BankSource source, MutationOperator operator) {
    List<Mutation> mutations = operator.mutations(source);
    return IntStream.range(0, mutations.size())
        .mapToObj(i -> of(
            source,
            "%s_%s_%d".formatted(source.bank().getSimpleName(), operator.inClassName(), i + 1),
            operator.fault(),
            operator.code(),
            mutations.get(i)))
        .toList();
  }

  /**
   * A change of a source.
   *
   * @param text which must be in the source exactly once; how much white space is where in it does
   *     not matter
   * @param by what stands there instead
   */
  public record Replacement(String text, String by) {}

  /**
   * A bank with a fault written by hand: some text of a right one replaced.
   *
   * @param name of the fault, as part of the name of a class
   * @param fault what it does wrong, in a few words
   * @param method name of the method that is changed
   * @param replacements none overlaps another
   * @throws IllegalArgumentException if the text is not in the source, or more than once
   */
  public static FaultyBank byHand(
      Class<?> original, String name, String fault, String method, List<Replacement> replacements) {
    BankSource source = BankSource.of(original);
    List<Edit> edits = replacements.stream()
        .map(replacement -> edit(source, replacement.text(), replacement.by()))
        .toList();
    return of(
        source, original.getSimpleName() + "_" + name, fault, "", new Mutation(method, edits));
  }

  private static Edit edit(BankSource source, String text, String replacement) {
    String anySpace = String.join(
        "\\s+", Stream.of(text.strip().split("\\s+")).map(Pattern::quote).toList());
    Matcher found = Pattern.compile(anySpace).matcher(source.text());
    if (!found.find()) {
      throw new IllegalArgumentException(
          source.bank().getSimpleName() + " does not contain: " + text.strip());
    }
    Edit edit = new Edit(found.start(), found.end(), replacement.strip());
    if (found.find()) {
      throw new IllegalArgumentException(
          source.bank().getSimpleName() + " contains more than once: " + text.strip());
    }
    return edit;
  }

  private static FaultyBank of(
      BankSource source, String name, String fault, String code, Mutation mutation) {
    String changed = Edit.applyAll(source.text(), mutation.edits());
    return new FaultyBank(
        name,
        source.bank(),
        fault,
        code,
        mutation.method(),
        difference(source.text(), changed),
        renamed(changed, source.bank(), name));
  }

  private static List<String> difference(String original, String changed) {
    return DiffUtils.diff(lines(original), lines(changed)).getDeltas().stream()
        .flatMap(FaultyBank::lines)
        .toList();
  }

  /** Lines without what a change moves but does not mean: indentation and empty lines. */
  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Stream<String> lines(AbstractDelta<String> delta) {
    return Stream.concat(
        delta.getSource().getLines().stream().map(line -> "- " + line),
        delta.getTarget().getLines().stream().map(line -> "+ " + line));
  }

  /** The same class by another name and in the package of faulty banks. */
  private static String renamed(String source, Class<?> original, String name) {
    String declared = "package " + original.getPackageName() + ";";
    return source
        .replace(
            declared, "package " + PACKAGE + ";\n\nimport " + original.getPackageName() + ".*;")
        .replaceAll("\\b" + original.getSimpleName() + "\\b", name);
  }

  /** The binary name of its class. */
  public String className() {
    return PACKAGE + "." + name;
  }
}
