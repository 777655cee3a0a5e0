package dev.safebank.explore.runtime;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.program.ExecutionAborted;
import dev.safebank.explore.program.ExecutionStatus;
import dev.safebank.explore.program.LoadedClasses;
import dev.safebank.explore.program.ProgramClass;
import java.util.Arrays;
import java.util.Optional;

/**
 * The initialisation of the program's classes in one execution, as JLS 12.4.2 has it.
 *
 * <p>The JVM initialises a class once, in whatever execution uses it first, and within a native
 * frame that no coroutine can leave. So the static initialiser of a class whose initialisation
 * could be noticed is moved to an ordinary method, and whatever triggers the initialisation (JLS
 * 12.4.1) first calls {@link #ensure}. In every execution all classes begin as not initialised. The
 * first thread to use one clears the static fields, so that nothing is left of the execution
 * before; no thread can have read them earlier, since every use of the class calls this first. Then
 * it runs the initialisers of the supertypes and of the class, step by step like any other code.
 *
 * <p>To begin, to end and to notice an initialisation are steps that access one location, the
 * class's initialisation lock; the last changes nothing. Another thread that needs the class
 * meanwhile waits, and may so be part of a deadlock. All that the initialising thread has done
 * happens before what others do after they noticed. A thread notices at most once; after that the
 * class is to it as if it had always been there. What the main thread initialises, before the
 * actors begin or after their end, is no step, since nothing else can come between.
 */
public final class ClassInitialization {

  private static final ClassState[] NONE = {};

  private final Execution execution;
  private final LoadedClasses classes;
  private ClassState[] states = NONE;

  ClassInitialization(Execution execution, LoadedClasses classes) {
    this.execution = execution;
    this.classes = classes;
  }

  /** The running thread is about to use a class that must be initialised for that. */
  public void ensure(Class<?> type, int site) {
    if (type.getClassLoader() == classes.classLoader()) {
      classes.numberOf(type.getName().replace('.', '/')).ifPresent(number -> ensure(number, site));
    }
  }

  /**
   * The running thread is about to use a static field through a handle.
   *
   * @param internalName of the class that declares the field
   */
  public void ensureForHandle(String internalName, int site) {
    classes.numberOf(internalName).ifPresent(number -> {
      if (classes.programClass(number).type().isInterface()) {
        execution.giveUp("cannot follow a handle to a field of the interface %s at %s"
            .formatted(internalName.replace('/', '.'), execution.site(site).where()));
      }
      ensure(number, site);
    });
  }

  /**
   * The running thread is about to use a class that must be initialised for that.
   *
   * @param number of the class
   */
  public void ensure(int number, int site) {
    ThreadContext thread = execution.scheduledThread();
    boolean usable = number < states.length
        && states[number] != null
        && states[number].isUsableBy(index(thread));
    if (!usable) {
      initialize(state(number), Optional.ofNullable(thread), site);
    }
  }

  private static int index(ThreadContext thread) {
    return thread == null ? Holder.MAIN : thread.index;
  }

  private ClassState state(int number) {
    if (number >= states.length) {
      states = Arrays.copyOf(states, Math.max(number + 1, states.length * 2));
    }
    if (states[number] == null) {
      ProgramClass type = classes.programClass(number);
      if (type.needsItsOwnLoader()) {
        execution.needOwnClasses();
      }
      states[number] = new ClassState(type);
    }
    return states[number];
  }

  private void initialize(ClassState state, Optional<ThreadContext> thread, int site) {
    execution.checkNotOver();
    if (!state.type.runsCode()) {
      state.type.clear();
      state.end(Optional.empty());
      state.isNoticedByEverybody();
      return;
    }
    int index = ThreadContext.indexOf(thread);
    if (!state.isKnownTo(index)) {
      enter(state, thread, site);
    }
    switch (state.phase()) {
      case NOT_INITIALIZED -> run(state, thread, site);
      case ERRONEOUS -> throw state.failure();
      default -> state.isNoticedBy(index);
    }
  }

  /** Waits until no other thread initialises the class. */
  private void enter(ClassState state, Optional<ThreadContext> thread, int site) {
    Optional<ThreadContext> actor = thread.filter(any -> any.atomicDepth == 0);
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      self.pending()
          .begin(Action.INITIALIZE, site)
          .access(state.location, true)
          .enabledWhen(state, () -> !state.isInProgress());
      if (execution.accesses().await(self, state.location, site)) {
        self.executing().changed(state.phase() == ClassState.Phase.NOT_INITIALIZED);
      }
    } else if (thread.isPresent()) {
      withinOneStep(state, site);
    }
    if (state.isInProgress()) {
      throw execution.blockOutsideActors(state.kind(), site);
    }
    thread.ifPresent(self -> state.over.acquire(self.clock));
    if (state.phase() != ClassState.Phase.NOT_INITIALIZED) {
      state.isNoticedBy(ThreadContext.indexOf(thread));
    }
  }

  private void withinOneStep(ClassState state, int site) {
    execution
        .findings()
        .bound("%s is initialised at %s within a call that counts as one step"
            .formatted(state.type.type().getName(), execution.site(site).where()));
    if (state.isInProgress()) {
      throw execution.stop(ExecutionStatus.BOUNDED);
    }
  }

  private void run(ClassState state, Optional<ThreadContext> thread, int site) {
    state.begin(ThreadContext.indexOf(thread), site);
    try {
      state.type.clear();
      for (int supertype : state.type.supertypes()) {
        ensure(supertype, site);
      }
      state.type.runInitializer();
    } catch (ExecutionAborted endOfExecution) {
      throw endOfExecution;
    } catch (Throwable thrown) {
      Error error = thrown instanceof Error its ? its : new ExceptionInInitializerError(thrown);
      leave(state, thread, Optional.of(inLaterFailures(thrown, thread)), site);
      throw error;
    }
    leave(state, thread, Optional.empty(), site);
  }

  /** What HotSpot names as the cause when an erroneous class is used. */
  private static Throwable inLaterFailures(Throwable thrown, Optional<ThreadContext> thread) {
    String name = thread.map(self -> self.identity.getName()).orElse("main");
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    return new ExceptionInInitializerError(
        "Exception %s%s [in thread \"%s\"]".formatted(thrown.getClass().getName(), message, name));
  }

  private void leave(
      ClassState state, Optional<ThreadContext> thread, Optional<Throwable> failure, int site) {
    if (thread.isEmpty()) {
      state.end(failure);
      state.isNoticedByEverybody();
      return;
    }
    ThreadContext self = thread.get();
    if (self.atomicDepth == 0
        && execution.accesses().isVisibleToOthers(self, state.location, true, site)) {
      self.pending().begin(Action.INITIALIZED, site).access(state.location, true);
      execution.step(self);
    }
    state.end(failure);
    state.over.release(self.clock);
  }
}
