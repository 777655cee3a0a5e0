package dev.safebank.report.verdict.jcstress;

/**
 * How much a test was stressed.
 *
 * @param forks JVMs that were run
 * @param samples outcomes that they saw
 * @param reason why they saw none; empty if they saw some
 */
public record TestStress(int forks, long samples, String reason) {}
