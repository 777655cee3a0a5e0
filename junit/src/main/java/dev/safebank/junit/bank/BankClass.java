package dev.safebank.junit.bank;

import dev.safebank.evidence.VariantFacts;
import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.stress.scenario.Declarations;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A user's bank: whether it can be opened, and what it claims. */
final class BankClass {

  private static final String CONSTRUCTOR = "(long[] openingBalances, Midway midway)";
  private static final long MOST_SECONDS_TO_OPEN = 10;
  private static final long[] OPENING = {100, 100};

  private final Class<? extends Bank> type;

  private BankClass(Class<? extends Bank> type) {
    this.type = type;
  }

  /**
   * A bank that can be opened.
   *
   * @throws IllegalArgumentException if it cannot; the message says what to do
   */
  static BankClass of(Class<? extends Bank> type) {
    BankClass bank = new BankClass(type);
    bank.checkKind();
    bank.open(bank.constructor());
    return bank;
  }

  private void checkKind() {
    if (type.isInterface()) {
      throw wrong("is an interface: name the class that implements it");
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      throw wrong("is abstract: name a class that can be instantiated");
    }
    if (type.isEnum()) {
      throw wrong("is an enum, of which no new bank can be opened: make it a class");
    }
    if (type.isAnonymousClass() || type.isLocalClass()) {
      throw wrong(
          "is declared inside a method: make it a class of its own, or a static nested one");
    }
    if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
      throw wrong("is an inner class, which needs an instance of %s: make it static"
          .formatted(type.getEnclosingClass().getSimpleName()));
    }
  }

  private Constructor<?> constructor() {
    Constructor<?> constructor;
    try {
      constructor = type.getDeclaredConstructor(long[].class, Midway.class);
    } catch (NoSuchMethodException none) {
      throw wrong(
          "needs a public constructor %s; it has %s".formatted(CONSTRUCTOR, constructors()));
    } catch (LinkageError failed) {
      throw wrong("cannot be loaded: " + failed);
    }
    if (!Modifier.isPublic(constructor.getModifiers())) {
      throw wrong("has a constructor " + CONSTRUCTOR + " that is not public: make it public");
    }
    if (!constructor.trySetAccessible()) {
      throw wrong("is not accessible: open its package to reflection (opens, in module-info.java)");
    }
    return constructor;
  }

  private String constructors() {
    String all = Arrays.stream(type.getDeclaredConstructors())
        .map(constructor -> Arrays.stream(constructor.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")")))
        .sorted()
        .collect(Collectors.joining(" and "));
    return all.isEmpty() ? "none" : all;
  }

  /** Opens one bank, on a thread whose group shows which threads the constructor starts. */
  private void open(Constructor<?> constructor) {
    ThreadGroup group = new ThreadGroup("opening " + type.getName());
    Opening opening = new Opening(constructor);
    Thread thread = new Thread(group, opening, "opening " + type.getName());
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(MOST_SECONDS_TO_OPEN));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw wrong("was not opened: interrupted");
    }
    if (thread.isAlive()) {
      throw wrong("cannot be opened: its constructor has not returned within %d s (%s)"
          .formatted(MOST_SECONDS_TO_OPEN, where(thread.getStackTrace())));
    }
    opening.thrown.ifPresent(thrown -> {
      boolean initializing = thrown instanceof ExceptionInInitializerError;
      Throwable cause = initializing ? thrown.getCause() : thrown;
      throw wrong("cannot be opened with balances %s: its %s threw %s (%s)"
          .formatted(
              Arrays.toString(OPENING),
              initializing ? "static initializer" : "constructor",
              cause,
              where(cause.getStackTrace())));
    });
    if (!opening.started.isEmpty()) {
      throw wrong(("starts threads in its constructor (%s): explored is what the actors' calls do;"
              + " start none, or start them outside the bank")
          .formatted(String.join(", ", opening.started)));
    }
  }

  private String where(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(frame -> frame.getClassName().startsWith(type.getName()))
        .findFirst()
        .or(() -> Arrays.stream(stack).findFirst())
        .map(frame -> "at %s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
        .orElse("at an unknown place");
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        "The bank %s %s.".formatted(type.getName().replace('$', '.'), what));
  }

  /** What a constructor did. */
  private static final class Opening implements Runnable {

    private final Constructor<?> constructor;
    private Optional<Throwable> thrown = Optional.empty();
    private Set<String> started = Set.of();

    private Opening(Constructor<?> constructor) {
      this.constructor = constructor;
    }

    @Override
    public void run() {
      try {
        constructor.newInstance(OPENING.clone(), Midway.NOTHING);
      } catch (InvocationTargetException failed) {
        thrown = Optional.of(failed.getCause());
      } catch (ReflectiveOperationException | LinkageError failed) {
        thrown = Optional.of(failed);
      }
      Thread[] threads = new Thread[64];
      int count = Thread.currentThread().getThreadGroup().enumerate(threads);
      started = Arrays.stream(threads, 0, count)
          .filter(thread -> thread != Thread.currentThread())
          .map(Thread::getName)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  Class<? extends Bank> type() {
    return type;
  }

  /**
   * What it claims.
   *
   * @param classes the hash of its classes
   * @throws IllegalArgumentException if its annotation contradicts itself
   */
  VariantFacts facts(String classes) {
    return Declarations.ofVariant(type).withClasses(classes);
  }
}
