package dev.safebank.stress.program;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.CallResult;
import dev.safebank.model.specification.Program;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A bank's class as a class loader has loaded it, whose {@link Bank} is not that of this code. */
final class LoadedBank {

  private final String variant;
  private final ClassLoader classes;
  private final MethodHandle open;
  private final MethodHandle transfer;
  private final MethodHandle validate;
  private final MethodHandle transferAndValidate;
  private final MethodHandle balances;
  private final Object uneventful;
  private final Constructor<?> failing;
  private final MethodHandle interrupt;
  private final MethodHandle interrupted;

  /** @throws IllegalArgumentException if there is no such class, or it is no bank */
  LoadedBank(String variant, ClassLoader classes) {
    this.variant = variant;
    this.classes = classes;
    try {
      Class<?> bank = load(Bank.class.getName());
      Class<?> type = load(variant);
      if (!bank.isAssignableFrom(type)) {
        throw new IllegalArgumentException(
            "%s is no bank: it does not implement %s".formatted(variant, Bank.class.getName()));
      }
      Constructor<?> constructor =
          type.getDeclaredConstructor(long[].class, load(Midway.class.getName()));
      constructor.setAccessible(true);
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      this.open = MethodHandles.lookup()
          .unreflectConstructor(constructor)
          .asType(MethodType.methodType(Object.class, long[].class, Object.class));
      this.transfer = lookup
          .findVirtual(bank, "transfer", movement(boolean.class))
          .asType(
              MethodType.methodType(boolean.class, Object.class, int.class, int.class, long.class));
      this.validate = lookup
          .findVirtual(bank, "validate", MethodType.methodType(long.class))
          .asType(MethodType.methodType(long.class, Object.class));
      this.transferAndValidate = lookup
          .findVirtual(bank, "transferAndValidate", movement(long.class))
          .asType(
              MethodType.methodType(long.class, Object.class, int.class, int.class, long.class));
      this.balances = lookup
          .findVirtual(bank, "balances", MethodType.methodType(long[].class))
          .asType(MethodType.methodType(long[].class, Object.class));
      this.uneventful = load(UneventfulMidway.class.getName()).getConstructor().newInstance();
      this.failing = load(FailingMidway.class.getName())
          .getConstructor(int.class, int.class, long.class, load(Midway.class.getName()));
      Class<?> interrupts = load(ThreadInterrupts.class.getName());
      this.interrupt = lookup.findStatic(
          interrupts, "interrupt", MethodType.methodType(void.class, Thread.class));
      this.interrupted =
          lookup.findStatic(interrupts, "interrupted", MethodType.methodType(boolean.class));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "%s needs a constructor that takes the opening balances (long[]) and a %s"
              .formatted(variant, Midway.class.getName()),
          e);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalArgumentException(
          "Cannot load the bank %s: %s. Is it compiled, and on the class path?"
              .formatted(variant, e),
          e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot use the bank %s: %s".formatted(variant, e), e);
    }
  }

  /** A bank's class as the class loader of the last exploration has loaded it. */
  static final class Cache {

    private final String variant;
    private Optional<LoadedBank> last = Optional.empty();

    Cache(String variant) {
      this.variant = variant;
    }

    String variant() {
      return variant;
    }

    LoadedBank in(ClassLoader loader) {
      if (last.isEmpty() || last.get().classes != loader) {
        last = Optional.of(new LoadedBank(variant, loader));
      }
      return last.get();
    }
  }

  private static MethodType movement(Class<?> result) {
    return MethodType.methodType(result, int.class, int.class, long.class);
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, classes);
  }

  /**
   * Whether the bank refuses the opening balances of a program whose total overflows. Only asked of
   * classes that are not instrumented.
   */
  boolean refuses(Program program) {
    try {
      open(program.opening(), uneventful);
      return false;
    } catch (ArithmeticException refusal) {
      return true;
    } catch (Throwable other) {
      return false;
    }
  }

  /** Whether the total of a program's opening balances overflows. */
  static boolean overflows(Program program) {
    return program.openingBalances().stream()
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add)
            .bitLength()
        >= Long.SIZE;
  }

  /** Opens a bank with the hook of {@link #hook}. */
  Object open(long[] openingBalances, Object hook) throws Throwable {
    return (Object) open.invokeExact(openingBalances, hook);
  }

  /**
   * Makes a call.
   *
   * @param actors the threads of the program's actors
   */
  Object call(Object bank, Call call, List<Thread> actors) throws Throwable {
    if (call instanceof Call.Interrupt of) {
      interrupt.invokeExact(actors.get(of.actor()));
      return CallResult.Returned.NOTHING;
    }
    if (call instanceof Call.AnotherBank another) {
      return callAnother(another);
    }
    return call instanceof Call.Interrupted
        ? (Object) (boolean) interrupted.invokeExact()
        : call(bank, call);
  }

  /** What becomes of the arrays that a bank is handed and hands out must not matter to it. */
  private String callAnother(Call.AnotherBank another) throws Throwable {
    long[] opening = another.opening();
    Object bank = open(opening, uneventful);
    Arrays.fill(opening, -1);
    Arrays.fill(balances(bank), -1);
    boolean moved =
        (boolean) transfer.invokeExact(bank, 0, another.last(), Call.AnotherBank.AMOUNT);
    long total = (long) validate.invokeExact(bank);
    return Call.AnotherBank.result(moved, total, balances(bank));
  }

  private Object call(Object bank, Call call) throws Throwable {
    if (call instanceof Call.Transfer to) {
      return (boolean) transfer.invokeExact(bank, to.from(), to.to(), to.amount());
    }
    if (call instanceof Call.TransferAndValidate to) {
      return (long) transferAndValidate.invokeExact(bank, to.from(), to.to(), to.amount());
    }
    return (long) validate.invokeExact(bank);
  }

  /** The bank's balances. */
  long[] balances(Object bank) throws Throwable {
    return (long[]) balances.invokeExact(bank);
  }

  /** A hook that throws where the program's calls are to fail. */
  Object hook(Program program) {
    Object hook = uneventful;
    try {
      for (List<Call> calls : program.actors()) {
        for (Call call : calls) {
          hook = call.failsMidway() ? failing(call, hook) : hook;
        }
      }
      return hook;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make the hook of " + variant, e);
    }
  }

  private Object failing(Call call, Object otherwise) throws ReflectiveOperationException {
    if (call instanceof Call.Transfer to) {
      return failing.newInstance(to.from(), to.to(), to.amount(), otherwise);
    }
    Call.TransferAndValidate to = (Call.TransferAndValidate) call;
    return failing.newInstance(to.from(), to.to(), to.amount(), otherwise);
  }
}
