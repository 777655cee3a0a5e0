package dev.safebank.stress.run;

import java.util.Arrays;
import org.openjdk.jcstress.os.CPUMap;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;

/**
 * Lets every fork start at once and pins none to a CPU: how many forks run at a time is decided
 * before jcstress is asked to run one.
 */
final class UnpinnedScheduler extends Scheduler {

  private static final int[] NONE = {};

  private final Topology topology;

  UnpinnedScheduler(Topology topology) {
    super(topology, topology.totalThreads());
    this.topology = topology;
  }

  @Override
  public synchronized CPUMap tryAcquire(SchedulingClass actors) {
    int[] anywhere = new int[actors.numActors()];
    Arrays.fill(anywhere, -1);
    return new CPUMap(NONE, anywhere, NONE, NONE, NONE, NONE, topology.nodeType());
  }

  @Override
  public synchronized void release(CPUMap cpus) {
    // Nothing was taken.
  }
}
