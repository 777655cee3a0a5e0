/**
 * Explores jcstress tests: runs every interleaving of a test's actors, and so can tell what cannot
 * happen, where stress can only tell what did.
 *
 * <h2>The idea</h2>
 *
 * <p>A test is run again and again, each time with another order of the actors' steps, until all
 * orders have been tried (<em>stateless model checking</em>: Godefroid, <i>Model checking for
 * programming languages using VeriSoft</i>, POPL 1997; CHESS: Musuvathi et al., <i>Finding and
 * reproducing Heisenbugs in concurrent programs</i>, OSDI 2008). Nothing is stored but the path to
 * where the next order branches off; the way there is run anew.
 *
 * <p>For that, a class loader ({@link dev.safebank.explore.instrument}) rewrites the test's classes
 * so that they call a hook ({@link dev.safebank.explore.hook}) before every <em>step</em>: an
 * access to a field or an array element that is not final, a monitor entered or left, a call to an
 * atomic, a lock or another synchronizer. The hook hands the step to the execution
 * ({@link dev.safebank.explore.runtime}), whose scheduler decides which thread goes on. Locks are
 * not locked: a model ({@link dev.safebank.explore.synchronizer}) takes the place of each, so that
 * the explorer knows who waits for whom ({@link dev.safebank.explore.deadlock}), and a deadlock is
 * an end like any other, after which the next order is tried. If no thread is enabled and actors
 * wait for each other in a cycle, the outcome is {@code DEADLOCK}; without a cycle (a lock that is
 * never released, or one that its own holder waits for) it is {@code STUCK}. As in the JVM's own
 * detection, only locks that know their owner make a cycle.
 *
 * <h2>Fewer orders, same outcomes</h2>
 *
 * <p>Two steps <em>conflict</em> if they access the same location, a field of an object say, and
 * one of them changes it. Orders that differ only in neighbouring steps that do not conflict cannot
 * be told apart by any actor: one of them will do (Mazurkiewicz, <i>Trace theory</i>, 1987).
 * <em>Sleep sets</em> (Godefroid 1996) end an execution early once it is equivalent to an earlier
 * one; <em>source-DPOR</em> ({@link dev.safebank.explore.search.SourceDpor}; Abdulla, Aronsson,
 * Jonsson, Sagonas, <i>Optimal dynamic partial order reduction</i>, POPL 2014) reverses only the
 * conflicts that an execution did have. A reduction that is subtly wrong loses outcomes silently;
 * so the search without any is kept as a referee, and tests compare them on every cell that it can
 * finish and on hundreds of random programs.
 *
 * <p>Accesses to a location that only one actor accesses, or that no actor changes, are no steps,
 * since they are invisible to others. Which locations these are is found out on the way: when one
 * turns out to be shared, the search starts anew with that knowledge.
 *
 * <h2>Why that says something about real machines</h2>
 *
 * <p>Processors and compilers reorder, and what they show is no interleaving. But the Java memory
 * model guarantees: if no interleaving of a program contains a <em>data race</em>, two conflicting
 * accesses that happens-before does not order, then the program shows nothing but interleavings, on
 * any conforming JVM and any hardware (DRF guarantee, JLS 17.4.5; Manson, Pugh, Adve, POPL 2005).
 * Every execution is therefore checked for races with vector clocks
 * ({@link dev.safebank.explore.race}), by the rules of JLS 17.4 and the memory consistency notes of
 * {@code java.util.concurrent}. {@link dev.safebank.explore.result.Exploration#provesOutcomes} is
 * true only if all interleavings were run, none contains a race, and nothing was met that the
 * guarantee does not cover: opaque, acquire and release accesses, fences, optimistic reads. (A
 * release write that gives up the ownership which an atomic step took is covered, as a lock's is:
 * see {@link dev.safebank.explore.runtime.OwnershipTransfer}.) With races the outcomes are those
 * that interleavings explain; there may be others.
 *
 * <h2>What is a choice, and what is left out</h2>
 *
 * <ul>
 *   <li>Time: a timed wait may time out at any moment, a sleep is over at once. Between two
 *       readings of a clock either no time passes or more than any deadline
 *       ({@link dev.safebank.explore.runtime.Clocks}).
 *   <li>A weak compare-and-set fails spuriously, and a wait or a park returns spuriously, as often
 *       per thread as {@link dev.safebank.explore.options.Limits} says.
 *   <li>{@code notify} wakes any one of the threads that wait.
 *   <li>Identity hash codes: all orders of up to four objects, equal ones included.
 *   <li>Locks barge: any of the threads that wait may be next, also at a fair lock. A waiting
 *       writer blocks new readers.
 *   <li>A thread in a spin loop, whose iteration has changed nothing and kept no lock, goes on only
 *       when a location that it read has changed ({@link dev.safebank.explore.spinloop}). That
 *       leaves nothing out if the loop carries nothing over from one iteration to the next. If it
 *       may be counting its iterations, or if other threads only lock and unlock, which is followed
 *       no more often than a bound, the exploration is incomplete.
 *   <li>A call into code that is not instrumented counts as what {@code boundary/jdk.rules} says of
 *       it, by class and method: nothing, for what is immutable; a plain access to receiver and
 *       arguments, so that a torn call shows up as a race; one step under the object's monitor, or
 *       one atomic step, where the Javadoc promises that. What the program's own code does when it
 *       is called back are steps like any other.
 *   <li>What those rules do not name is not controlled: it is named, and the exploration is
 *       incomplete. What may block or start threads (thread pools, stages of futures, I/O…) is
 *       named, too, and the call is not made. Chance (random numbers, the order of hash tables by
 *       identity hash codes) is named, and so are finalizers.
 *   <li>Waiting at a blocking queue, for an element or for space, and for a future without stages
 *       is a model ({@link dev.safebank.explore.synchronizer.BlockingModel}); the object itself
 *       keeps its state.
 *   <li>Every execution begins with all classes as a fresh JVM has them. Classes are initialised by
 *       the thread that first uses them, step by step, and others wait for that (JLS 12.4.2); see
 *       {@link dev.safebank.explore.runtime.ClassInitialization}. Initialisers that only make
 *       constants are no steps.
 *   <li>Final fields are no steps either, unless a constructor may let {@code this} escape before
 *       they are set (JLS 17.5): then they are plain fields.
 * </ul>
 *
 * <p>Start at {@link dev.safebank.explore.Explorer}.
 */
package dev.safebank.explore;
