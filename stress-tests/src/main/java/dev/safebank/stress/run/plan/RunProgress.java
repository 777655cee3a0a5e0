package dev.safebank.stress.run.plan;

/**
 * The progress of a run.
 *
 * @param forks number of forks that ended
 * @param samples of all cells
 * @param cells number of cells to run
 * @param covered cells with enough samples, or with blocked actors
 * @param expected admitted breaks that some cell can show
 * @param witnessed admitted breaks that a cell has shown
 */
public record RunProgress(
    long forks, long samples, int cells, long covered, int expected, int witnessed) {}
