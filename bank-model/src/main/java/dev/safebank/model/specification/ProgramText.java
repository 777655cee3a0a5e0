package dev.safebank.model.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads programs in the form in which {@link Program#toString} writes them. */
public final class ProgramText {

  private static final Pattern FORM = Pattern.compile("(.+?)\\s+on\\s+\\[([0-9,\\s]*)\\]");
  private static final Pattern CALLS =
      Pattern.compile("\\G\\s*(,\\s*)?([^,(]+\\([^)]*\\)" + "(?:\\s+failing\\s+midway)?)");
  private static final Pattern CALL =
      Pattern.compile("(\\w+)\\(([^)]*)\\)(\\s+failing\\s+midway)?");
  private static final Pattern ACTOR = Pattern.compile("[A-Z]");
  private static final String EXAMPLE =
      "it should look like transfer(0, 1, 60), validate() ‖ transferAndValidate(1, 0, 60) failing"
          + " midway on [100, 100]";

  private ProgramText() {}

  /**
   * Reads a program; two vertical bars may stand for the sign between actors.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static Program parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw malformed(text);
    }
    try {
      List<Long> opening = numbers(form.group(2));
      List<List<Call>> actors = new ArrayList<>();
      for (String actor : form.group(1).split("‖|\\|\\|", -1)) {
        actors.add(calls(text, actor.strip()));
      }
      Program program = new Program(opening, actors);
      program.requireInterruptedActors();
      return program;
    } catch (NumberFormatException e) {
      throw malformed(text);
    }
  }

  private static List<Call> calls(String text, String words) {
    List<Call> calls = new ArrayList<>();
    Matcher next = CALLS.matcher(words);
    int end = 0;
    while (next.find()) {
      boolean separated = next.group(1) != null;
      if (separated == calls.isEmpty()) {
        throw malformed(text);
      }
      calls.add(call(text, next.group(2).strip()));
      end = next.end();
    }
    if (calls.isEmpty() || end != words.length()) {
      throw malformed(text);
    }
    return calls;
  }

  private static Call call(String text, String words) {
    Matcher call = CALL.matcher(words);
    if (!call.matches()) {
      throw malformed(text);
    }
    boolean fails = call.group(3) != null;
    Matcher actor = ACTOR.matcher(call.group(2).strip());
    if (call.group(1).equals("interrupt") && actor.matches() && !fails) {
      return new Call.Interrupt(actor.group().charAt(0) - 'A');
    }
    List<Long> arguments = numbers(call.group(2));
    if (call.group(1).equals("interrupted") && arguments.isEmpty() && !fails) {
      return new Call.Interrupted();
    }
    if (call.group(1).equals("validate") && arguments.isEmpty() && !fails) {
      return new Call.Validate();
    }
    if (call.group(1).equals("anotherBank") && !arguments.isEmpty() && !fails) {
      return new Call.AnotherBank(arguments);
    }
    if (arguments.size() != 3) {
      throw malformed(text);
    }
    int from = Math.toIntExact(arguments.get(0));
    int to = Math.toIntExact(arguments.get(1));
    long amount = arguments.get(2);
    return switch (call.group(1)) {
      case "transfer" -> new Call.Transfer(from, to, amount, fails);
      case "transferAndValidate" -> new Call.TransferAndValidate(from, to, amount, fails);
      default -> throw malformed(text);
    };
  }

  private static List<Long> numbers(String words) {
    return words.isBlank()
        ? List.of()
        : Arrays.stream(words.split(",", -1))
            .map(word -> Long.valueOf(word.strip()))
            .toList();
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException("\"%s\" is no program: %s".formatted(text, EXAMPLE));
  }
}
