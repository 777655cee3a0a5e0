package dev.safebank.stress.run;

/**
 * How far a run has come.
 *
 * @param forks forks that ended
 * @param samples all samples of all cells
 * @param cells cells to be run
 * @param covered cells with samples enough, or a blockage
 * @param owed admitted breaks that some cell can show
 * @param witnessed those that a cell has shown
 */
record Tally(long forks, long samples, int cells, long covered, int owed, int witnessed) {}
