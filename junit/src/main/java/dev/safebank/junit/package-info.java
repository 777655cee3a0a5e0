/**
 * A JUnit Platform engine that explores: every interleaving of a jcstress test or of a bank's small
 * programs, in the build that has them, by one dependency on the test class path.
 *
 * <p>A class with {@code @JCStressTest}, as it is, becomes a container. It has one test for the
 * exploration as a whole and one for each {@code @Outcome} that it declares:
 *
 * <ul>
 *   <li>A forbidden outcome that some interleaving gives fails, with that interleaving step by step
 *       and the property that runs it again alone.
 *   <li>An outcome that is not declared, a deadlock or an exception fails the exploration's test.
 *   <li>What cannot be decided, because the exploration is incomplete or the test has data races,
 *       is aborted with the reason, never green. {@code safebank.incomplete} says otherwise.
 *   <li>Acceptable and interesting outcomes pass, whether they can be reached or not; report
 *       entries say which.
 * </ul>
 *
 * <p>One page, {@code index.html}, and {@code verdicts.json} show all jcstress tests of the build.
 *
 * <p>A class with {@link dev.safebank.junit.JudgeBank} becomes a container with one test for each
 * promise that a bank may keep, and one for the contract of a bank. Evidence, report and
 * {@code verdicts.json} are written whatever the tests say.
 *
 * <p>Stress is run only where it is asked for: each class in JVMs of its own, as
 * {@link dev.safebank.junit.stress} says. What it shows of a bank joins the evidence that the bank
 * is judged by; a jcstress test gets one more test, {@code stressed}.
 *
 * <p>Configuration parameters of the JUnit Platform, or system properties:
 *
 * <ul>
 *   <li>{@code safebank.incomplete}: {@code abort} (the default), {@code fail} or {@code pass}.
 *   <li>{@code safebank.replay}: {@code CounterTest#0-0-1-1} runs one schedule of one test, its
 *       actors on threads, so that a debugger stops at breakpoints.
 *   <li>{@code safebank.failIfNone}: {@code true} makes it an error that no test is found among the
 *       selected classes, {@code false} never does. By default it is one where a replay is asked
 *       for.
 *   <li>{@code explore.scope}: which programs of banks to explore, as
 *       {@link dev.safebank.stress.program.Scope} says; by default
 *       {@code 2x1x2,2x2x2:small,2x1x2:interrupts,1x40x3:long}, which takes seconds.
 *   <li>{@code safebank.directory}: where evidence and reports are written, by default
 *       {@code target/safebank}.
 *   <li>{@code safebank.stress}: how long to stress each class, such as {@code 10s}. Without it
 *       only classes with the tag {@code stress} are stressed.
 *   <li>{@code safebank.stress.again}: {@code true} stresses also what there is evidence of
 *       already, of the same classes and at least the same time; by default that evidence is used.
 * </ul>
 *
 * <p>Any other name that begins with {@code safebank.}, and any other value, is refused before a
 * test is run; the reason is one line of the log. Names under {@code safebank.test.} are taken for
 * safebank's own tests.
 */
package dev.safebank.junit;
