/**
 * The referee of real threads: pairs of calls on objects of the JDK. {@code CallPair} finds the
 * pairs by reflection, {@code PairClasses} writes a jcstress test of each, {@code PairReferee}
 * explores it and, if that is a proof, has {@code PairRun} run it by two threads that take
 * {@code Turns} at the pause points of a {@code PatchedJdk}.
 */
package dev.safebank.explore.soundness.calls;
