/**
 * What correctness costs: the measurements that benchmarks left behind, and what the original
 * program did with each variant. Both are optional, and neither touches a verdict.
 */
package dev.safebank.report.cost;
