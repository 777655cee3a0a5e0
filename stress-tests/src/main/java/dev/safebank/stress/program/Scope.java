package dev.safebank.stress.program;

import dev.safebank.console.UserError;
import dev.safebank.evidence.ScopeFacts;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.Program;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All programs up to a size: actors that each make from one to so many calls of an alphabet, in
 * every order, and what the alphabet adds to them; or {@linkplain LongSequences long sequences}.
 * Programs that differ only in which actor is which are one. Accounts are not exchanged for each
 * other, since variants may lock them in the order of their numbers.
 *
 * @param actors how many
 * @param calls of each actor, at most
 * @param accounts of the bank
 * @param alphabet the calls to choose from
 */
public record Scope(int actors, int calls, int accounts, ScopeAlphabet alphabet) {

  /** The scopes that are explored by default: see {@link #parse}. */
  public static final String DEFAULT =
      "1x2x2,2x1x3,2x1x4:small,3x1x3:small,2x2x2:small,2x1x2:interrupts,2x1x2:overflow,1x40x3:long";

  private static final Pattern FORM =
      Pattern.compile("(\\d)x(\\d{1,2})x(\\d)(?::(" + ScopeAlphabet.words() + "))?");
  private static final String RULES =
      "A scope is ACTORSxCALLSxACCOUNTS or ACTORSxCALLSxACCOUNTS:ALPHABET, with 1 to 4 actors, 1 to"
          + " 3 calls of each, at most 8 calls in all (5 if one is interrupted), 2 to 5 accounts, and"
          + " the alphabet full, small, interrupts or overflow; or 1 actor with 1 to 99 calls and the"
          + " alphabet long, e.g. "
          + DEFAULT;
  private static final int MOST_ACTORS = 4;
  private static final int MOST_CALLS = 3;
  private static final int MOST_CALLS_OF_LONG = 99;
  private static final int MOST_ACCOUNTS = 5;
  private static final int MOST_CALLS_IN_ALL = 8;

  private static final List<Call> AFTER_INTERRUPTED_CALLS =
      List.of(new Call.Interrupted(), new Call.Validate());

  /** How many calls an interrupt adds. */
  private static final int CALLS_OF_INTERRUPT = 1 + AFTER_INTERRUPTED_CALLS.size();

  /** A scope. */
  public Scope {
    int inAll = actors * calls + (alphabet.interrupts() ? CALLS_OF_INTERRUPT : 0);
    boolean few = actors <= MOST_ACTORS && calls <= MOST_CALLS && inAll <= MOST_CALLS_IN_ALL;
    boolean inOrder = actors == 1 && calls <= MOST_CALLS_OF_LONG;
    if (actors < 1
        || calls < 1
        || !(alphabet.isLong() ? inOrder : few)
        || accounts < 2
        || accounts > MOST_ACCOUNTS) {
      throw new UserError("There is no scope of %d actors, %d calls and %d accounts. %s."
          .formatted(actors, calls, accounts, RULES));
    }
  }

  /**
   * Reads scopes that are separated by commas.
   *
   * @throws UserError if it is not of that form
   */
  public static List<Scope> parse(String text) {
    List<Scope> scopes = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher form = FORM.matcher(part.strip().toLowerCase(Locale.ROOT));
      if (!form.matches()) {
        throw new UserError("explore.scope: \"%s\" is no scope. %s.".formatted(part, RULES));
      }
      Scope scope = new Scope(
          Integer.parseInt(form.group(1)),
          Integer.parseInt(form.group(2)),
          Integer.parseInt(form.group(3)),
          form.group(4) == null
              ? ScopeAlphabet.FULL
              : ScopeAlphabet.valueOf(form.group(4).toUpperCase(Locale.ROOT)));
      if (scopes.contains(scope)) {
        throw new UserError("explore.scope: \"%s\" is listed twice.".formatted(part.strip()));
      }
      scopes.add(scope);
    }
    return scopes;
  }

  /** The scope in words, e.g. {@code 2 actors × 1 call over 3 accounts}. */
  public String words() {
    return "%d %s × %s over %d accounts%s"
        .formatted(
            actors,
            actors == 1 ? "actor" : "actors",
            calls == 1 ? "1 call" : (alphabet.isLong() ? "" : "up to ") + calls + " calls",
            accounts,
            alphabet.inWords());
  }

  /** How evidence names the scope. */
  public ScopeFacts facts() {
    return new ScopeFacts(words(), size());
  }

  /**
   * How many programs there are: with <i>n</i> calls in the alphabet, an actor does one of <i>s = n
   * + n² + …</i> things, and <i>a</i> actors that are not told apart do one of <i>(s + a - 1 over
   * a)</i>. If one of them is interrupted, it does one of <i>s</i> things, and the others are not
   * told apart. Each program is there with all opening balances. Of long sequences there are two
   * for each call.
   */
  public long size() {
    if (alphabet.isLong()) {
      return LongSequences.of(this).size();
    }
    BigInteger ways = BigInteger.ZERO;
    BigInteger power = BigInteger.ONE;
    for (int i = 0; i < calls; i++) {
      power = power.multiply(BigInteger.valueOf(alphabet.calls(accounts).size()));
      ways = ways.add(power);
    }
    BigInteger size = alphabet.interrupts()
        ? ways.multiply(multisets(ways, actors - 1))
        : multisets(ways, actors);
    return size.multiply(BigInteger.valueOf(alphabet.openings(accounts).size())).longValueExact();
  }

  private static BigInteger multisets(BigInteger kinds, int elements) {
    BigInteger size = BigInteger.ONE;
    for (int i = 0; i < elements; i++) {
      size = size.multiply(kinds.add(BigInteger.valueOf(i))).divide(BigInteger.valueOf(i + 1));
    }
    return size;
  }

  /** All programs, each once, in a fixed order: those of fewer calls first. */
  public Iterable<Program> programs() {
    return alphabet.isLong() ? LongSequences.of(this) : () -> new Programs(this);
  }

  private static final class Programs implements Iterator<Program> {

    private final Scope scope;
    private final List<Call> alphabet;
    private final List<List<Long>> openings;
    private final long ways;

    /** Programs of what is chosen now that were not told yet. */
    private final Deque<Program> next = new ArrayDeque<>();

    /** What each actor does, by number; no actor's number is below that of the one before. */
    private final long[] chosen;

    /** The number of calls of the programs that are enumerated now. */
    private int calls;

    private boolean over;

    Programs(Scope scope) {
      this.scope = scope;
      this.calls = scope.actors;
      this.alphabet = scope.alphabet.calls(scope.accounts);
      this.openings = scope.alphabet.openings(scope.accounts);
      this.chosen = new long[scope.actors];
      long sum = 0;
      long power = 1;
      for (int i = 0; i < scope.calls; i++) {
        power *= alphabet.size();
        sum += power;
      }
      this.ways = sum;
    }

    @Override
    public boolean hasNext() {
      return !next.isEmpty() || !over;
    }

    @Override
    public Program next() {
      if (next.isEmpty()) {
        if (over) {
          throw new NoSuchElementException();
        }
        List<List<Call>> actors = Arrays.stream(chosen).mapToObj(this::sequence).toList();
        for (List<Long> opening : openings) {
          next.addAll(programs(new Program(opening, actors)));
        }
        advance();
      }
      return next.remove();
    }

    private List<Program> programs(Program program) {
      if (!scope.alphabet.interrupts()) {
        return List.of(program);
      }
      List<Program> interrupted = new ArrayList<>();
      for (int actor = 0; actor < chosen.length; actor++) {
        if (actor == 0 || chosen[actor] != chosen[actor - 1]) {
          interrupted.add(interrupted(program, actor));
        }
      }
      return interrupted;
    }

    /**
     * One more actor interrupts one that looks in the end whether it is interrupted, and what its
     * interrupted calls have left behind.
     */
    private static Program interrupted(Program program, int actor) {
      List<List<Call>> actors = new ArrayList<>(program.actors());
      List<Call> calls = new ArrayList<>(actors.get(actor));
      calls.addAll(AFTER_INTERRUPTED_CALLS);
      actors.set(actor, calls);
      actors.add(List.of(new Call.Interrupt(actor)));
      return new Program(program.openingBalances(), actors);
    }

    private void advance() {
      do {
        int actor = chosen.length - 1;
        while (actor >= 0 && chosen[actor] == ways - 1) {
          actor--;
        }
        if (actor < 0) {
          Arrays.fill(chosen, 0);
          calls++;
          over = calls > scope.actors * scope.calls;
        } else {
          Arrays.fill(chosen, actor, chosen.length, chosen[actor] + 1);
        }
      } while (!over && Arrays.stream(chosen).mapToInt(this::length).sum() != calls);
    }

    /** How many calls the sequence with a number has. */
    private int length(long number) {
      int length = 1;
      long longer = alphabet.size();
      for (long ofLength = longer; number >= longer; longer += ofLength) {
        ofLength *= alphabet.size();
        length++;
      }
      return length;
    }

    /** The sequence of calls with a number: first those of one call, then those of two… */
    private List<Call> sequence(long number) {
      int size = alphabet.size();
      int length = length(number);
      long rest = number;
      long ofLength = 1;
      for (int i = 1; i < length; i++) {
        ofLength *= size;
        rest -= ofLength;
      }
      List<Call> sequence = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        sequence.add(0, alphabet.get((int) (rest % size)));
        rest /= size;
      }
      return sequence;
    }
  }
}
