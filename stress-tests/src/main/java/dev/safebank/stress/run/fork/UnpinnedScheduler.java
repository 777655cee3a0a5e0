package dev.safebank.stress.run.fork;

import java.util.Arrays;
import org.openjdk.jcstress.os.CPUMap;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;

/**
 * A jcstress scheduler that starts every fork immediately and pins none to CPUs: the number of
 * concurrent forks is limited elsewhere.
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
    // Nothing was acquired.
  }
}
