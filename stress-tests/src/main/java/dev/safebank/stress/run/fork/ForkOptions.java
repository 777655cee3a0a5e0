package dev.safebank.stress.run.fork;

import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;

/**
 * jcstress's options for one fork, set directly, because jcstress's parser takes seconds to count
 * the processors.
 *
 * <p>The strides are short, because a fork first searches for the longest stride that fits, with
 * new threads at each step. Actors yield while they wait for each other, so that they meet on a
 * busy machine, too.
 */
final class ForkOptions extends Options {

  private static final int STRIDE_SIZE = 128;
  private static final int STRIDE_COUNT = 4;
  private static final int FOOTPRINT_MEGABYTES = 16;

  private final int samplingMillis;

  ForkOptions(int samplingMillis) {
    super(new String[0]);
    this.samplingMillis = samplingMillis;
  }

  @Override
  public int getTime() {
    return samplingMillis;
  }

  @Override
  public int getIterations() {
    return 1;
  }

  @Override
  public int getStrideSize() {
    return STRIDE_SIZE;
  }

  @Override
  public int getStrideCount() {
    return STRIDE_COUNT;
  }

  @Override
  public SpinLoopStyle getSpinStyle() {
    return SpinLoopStyle.THREAD_YIELD;
  }

  @Override
  public int getMaxFootprintMb() {
    return FOOTPRINT_MEGABYTES;
  }
}
