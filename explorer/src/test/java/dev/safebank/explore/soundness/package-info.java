/**
 * Whether the explorer may be believed: programs by class of fault, each with what the JLS and the
 * Javadoc allow it to show, and referees that need no expectation.
 *
 * <ul>
 *   <li>{@code SoundnessTest} explores every program, in JVMs of their own, and writes
 *       {@code target/soundness.txt}. {@code Survey} does the same without JUnit.
 *   <li>{@code RefereesOnCorpusTest} compares explorations of a sample with what must agree: the
 *       actors in another order, more steps, real threads in turn and together.
 *   <li>{@code ContagionTest} explores programs that fail, and then one that does not.
 *   <li>{@code PairRefereeTest}, in a package of its own, runs pairs of calls on objects of the JDK
 *       by real threads that are held up inside the calls.
 * </ul>
 *
 * <p>Properties: {@code soundness.programs} names programs ({@code StaticState.*,LruCache}),
 * {@code soundness.every} takes one in so many for the referees (10), {@code soundness.limit} is
 * the time limit for one exploration in seconds (60), {@code soundness.runs} how often real threads
 * run a program (60). What only a newer JDK can compile is a resource, compiled when the tests run.
 */
package dev.safebank.explore.soundness;
