package dev.safebank.stress.scenario;

import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Program;
import dev.safebank.model.specification.ReportedProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the notation in which a {@link Scenario} gives its program. */
public final class ScenarioNotation {

  /** The opening balance of each account, in cents. */
  static final long OPENING_BALANCE = 100;

  private static final String SEPARATOR = ", ";
  private static final String VALIDATE = "validate";
  private static final Pattern TRANSFER =
      Pattern.compile("([A-Z])→([A-Z]) (\\d{1,18})( and validate)?( failing midway)?");
  private static final Pattern BALANCE = Pattern.compile("balance of ([A-Z])");

  private final int accounts;

  private ScenarioNotation(int accounts) {
    this.accounts = accounts;
  }

  /**
   * The program of a scenario, and what is reported of its outcomes.
   *
   * @throws IllegalArgumentException if something cannot be read, or the reports do not fit the
   *     calls; the message says what is expected
   */
  public static ReportedProgram read(int accounts, List<String> actors, String reports) {
    return new ScenarioNotation(accounts).read(actors, reports);
  }

  private ReportedProgram read(List<String> actors, String reports) {
    List<List<Call>> calls = actors.stream().map(this::calls).toList();
    Program program = new Program(Collections.nCopies(accounts, OPENING_BALANCE), calls);
    List<String> parts = Arrays.asList(reports.split(SEPARATOR, -1));
    List<String> results =
        calls.stream().flatMap(List::stream).map(ScenarioNotation::report).toList();
    if (parts.size() < results.size() || !parts.subList(0, results.size()).equals(results)) {
      throw new IllegalArgumentException(
          "reports = \"%s\" does not fit the calls: begin with \"%s\""
              .formatted(reports, String.join(SEPARATOR, results)));
    }
    List<List<Integer>> sums =
        parts.subList(results.size(), parts.size()).stream().map(this::sum).toList();
    return new ReportedProgram(program, sums);
  }

  private static String report(Call call) {
    return call instanceof Call.Transfer ? "status" : "total";
  }

  private List<Call> calls(String actor) {
    List<Call> calls = new ArrayList<>();
    for (String call : actor.split(SEPARATOR, -1)) {
      calls.add(call(call));
    }
    return calls;
  }

  private Call call(String text) {
    if (text.equals(VALIDATE)) {
      return new Call.Validate();
    }
    Matcher transfer = TRANSFER.matcher(text);
    if (!transfer.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no call: write \"A→B 50\", \"A→B 50 failing".formatted(text)
              + " midway\", \"A→B 50 and validate\" or \"validate\"");
    }
    int from = account(transfer.group(1));
    int to = account(transfer.group(2));
    long amount = Long.parseLong(transfer.group(3));
    boolean failsMidway = transfer.group(5) != null;
    return transfer.group(4) == null
        ? new Call.Transfer(from, to, amount, failsMidway)
        : new Call.TransferAndValidate(from, to, amount, failsMidway);
  }

  private List<Integer> sum(String text) {
    if (text.equals("final total")) {
      return IntStream.range(0, accounts).boxed().toList();
    }
    Matcher balance = BALANCE.matcher(text);
    if (!balance.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is nothing that an arbiter reports: write \"balance of A\" or \"final total\""
              .formatted(text));
    }
    return List.of(account(balance.group(1)));
  }

  private int account(String letter) {
    int account = letter.charAt(0) - 'A';
    if (account >= accounts) {
      throw new IllegalArgumentException(
          "there is no account %s: accounts = %d".formatted(letter, accounts));
    }
    return account;
  }
}
