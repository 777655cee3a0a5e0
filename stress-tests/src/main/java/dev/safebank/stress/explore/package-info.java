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
 * <p>For that, a class loader ({@link dev.safebank.stress.explore.instrument}) rewrites the test's
 * classes so that they tell the engine ({@link dev.safebank.stress.explore.engine}) of every
 * <em>step</em> before they take it: an access to a field or an array element that is not final, a
 * monitor entered or left, a call to an atomic, a lock or another synchronizer. The engine decides
 * who goes on. Locks are not locked: a model stands in for each, so that the engine knows who waits
 * for whom, and a deadlock is an end like any other, after which the next order is tried. If nobody
 * can move and actors wait for each other in a cycle, the outcome is {@code DEADLOCK}; without a
 * cycle (a lock never given back, or one that its own holder wants again) it is {@code STUCK}. As
 * in the JVM's own detection, only locks that know their owner make a cycle.
 *
 * <h2>Fewer orders, same outcomes</h2>
 *
 * <p>Two steps <em>conflict</em> if they touch the same location, a field of an object say, and one
 * of them changes it. Orders that differ only in neighbouring steps that do not conflict cannot be
 * told apart by any actor: one of them will do (Mazurkiewicz, <i>Trace theory</i>, 1987). <em>Sleep
 * sets</em> (Godefroid 1996) cut an execution short once it is sure to be like an earlier one;
 * <em>source-DPOR</em> (Abdulla, Aronsson, Jonsson, Sagonas, <i>Optimal dynamic partial order
 * reduction</i>, POPL 2014) looks at the conflicts that an execution did have, and tries only those
 * the other way round. A reduction that is subtly wrong loses outcomes without a word; so the
 * search without any is kept as their referee, and tests compare them on every cell that it can
 * finish and on hundreds of random programs.
 *
 * <p>A location that only one actor ever changes or touches makes no steps, since nobody else can
 * feel them. Which these are is found out on the way: when one turns out to be shared, the search
 * starts afresh, knowing that.
 *
 * <h2>Why that says something about real machines</h2>
 *
 * <p>Processors and compilers reorder, and what they show is no interleaving. But the Java memory
 * model guarantees: if no interleaving of a program contains a <em>data race</em>, two conflicting
 * accesses that happens-before does not order, then the program shows nothing but interleavings, on
 * any conforming JVM and any hardware (DRF guarantee, JLS 17.4.5; Manson, Pugh, Adve, POPL 2005).
 * Every execution is therefore checked for races with vector clocks, by the rules of JLS 17.4 and
 * the memory consistency notes of {@code java.util.concurrent}.
 * {@link dev.safebank.stress.explore.result.Exploration#provesOutcomes} is true only if all
 * interleavings were run, none contains a race, and nothing was met that the guarantee does not
 * cover: opaque, acquire and release accesses, fences, optimistic reads. (A release that hands back
 * what an atomic step took is covered, as a lock's is: see the engine's {@code Handovers}.) With
 * races the outcomes are those that interleavings explain; there may be others.
 *
 * <h2>What is a choice, and what is left out</h2>
 *
 * <ul>
 *   <li>Time: a timed wait may be over at any moment, a sleep is over at once, clocks stand still.
 *   <li>A weak compare-and-set fails for no reason, once per actor.
 *   <li>{@code notify} wakes any one of those that wait.
 *   <li>Identity hash codes ascend, descend or are all equal in the order of creation: each is
 *       tried.
 *   <li>Locks barge: any of those that wait may be next, also at a fair lock. A waiting writer does
 *       not hold up new readers.
 *   <li>Nobody wakes up from a wait or a park without a reason, though the JLS allows it.
 *   <li>An actor that goes round a loop in vain, having changed nothing and taken no lock for good,
 *       goes on only when what it looked at has changed. That leaves nothing out if the loop
 *       carries nothing over from round to round; if it may be counting its rounds, or if others
 *       only lock and unlock meanwhile, which is followed no more often than a bound, the
 *       exploration counts as incomplete and says so.
 *   <li>Collections count as one step a call: a concurrent one synchronizes, any other is a plain
 *       access to the collection as a whole, so that a torn call shows up as a race.
 *   <li>What the explorer cannot control (thread pools, I/O, reflection…) it names, and the
 *       exploration counts as incomplete.
 *   <li>Class initialisation is one step. Static fields that could carry something over are
 *       initialised anew for every execution.
 * </ul>
 *
 * <p>Start at {@link dev.safebank.stress.explore.Explorer}, or on the command line at
 * {@link dev.safebank.stress.explore.ExploreCommand}.
 */
package dev.safebank.stress.explore;
